import type { Command } from "commander";
import type { TagChange } from "../../../core/edits/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { counted } from "../../in-words.js";
import { canAsk, confirm } from "../ask.js";
import { BRAND, openToAct } from "../changing/acting.js";
import { changeSelection, type SelectionOptions } from "../changing/change-selection.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { readList } from "../read-list.js";
import { statusLine } from "../status-line.js";

interface TagOptions extends SelectionOptions {
  paste?: string;
  undo?: string;
}

export const tagCommand: TerminalCommand = {
  name: "tag",
  summary: "give tags to all creators that a query finds or a list names, and take others",
  register(command: Command, context: TerminalContext) {
    command
      .usage("[options] <query> <+tag|-tag...>")
      .argument("[query]", "in quotes; one that begins with - in parentheses")
      .argument("[tags...]", "+vip gives, -cold takes")
      // `-cold` would be an option otherwise.
      .allowUnknownOption()
      .option(...BRAND)
      .option("--dry-run", "only say how many there are")
      .option("--yes", "tag without asking")
      .option("--paste <file>", "instead of a query: a list of handles or links; - is standard input")
      .option("--undo <batch>", "take back what an earlier one did, by its number")
      .addHelpText(
        "after",
        '\nExamples:\n  tag "gmv30:>5k -tag:vip" +vip -cold\n  tag handle:=mia.glow +vip\n  tag --paste list.txt +vip\n  tag --undo 3',
      )
      .action((query: string | undefined, tags: string[], options: TagOptions) =>
        options.undo === undefined
          ? tag(query, tags, options, context)
          : undo(options.undo, [query, ...tags], options, context),
      );
  },
};

async function tag(
  query: string | undefined,
  words: readonly string[],
  options: TagOptions,
  context: TerminalContext,
): Promise<void> {
  const signs = options.paste === undefined ? words : [query, ...words].filter((word) => word !== undefined);
  if (options.paste === undefined) requireQuery(query);
  const tags = readTags(signs);
  const { readTagChange } = await import("../../../core/edits/index.js");
  const change = { kind: "tag" as const, ...readTagChange(tags) };
  const said = signs.join(" ");
  const inWords = { ask: `Tag ${said}`, done: `tagged ${said}`, doing: "Tagging" };
  const selection = options.paste === undefined ? (query ?? "") : { pasted: await readList(context, options.paste) };
  await changeSelection(selection, change, inWords, options, context);
}

async function undo(
  batch: string,
  words: readonly (string | undefined)[],
  options: TagOptions,
  context: TerminalContext,
): Promise<void> {
  const { paste, brand } = options;
  const given = [...words, paste && `--paste ${paste}`, brand && `--brand ${brand}`].filter(Boolean).join(" ");
  if (given !== "") {
    throw new CrmError("wrong-input", "words beside --undo", {
      say: `Expected nothing beside --undo ${batch}, got: ${given}. Nothing was undone.`,
    });
  }
  const { db, acting } = await openToAct(context);
  const { previewUndoBatch, undoBatch } = await import("../../../core/edits/index.js");
  if (options.dryRun || canAsk(context, options)) {
    const { creators } = await previewUndoBatch(db, batch, acting);
    if (options.dryRun && options.json) return printJson(context, { batch, creators });
    const would = `Undoing change ${batch} would take it off ${counted(creators, "creator")}.`;
    if (options.dryRun) return print(context, would);
    context.stderr.write(`${would}\n`);
    await confirm(context, options, { question: `Undo change ${batch}?`, otherwise: "Nothing was undone." });
  }
  const line = statusLine(context.stderr);
  const progress = (done: number) => line.show(() => `Undoing: ${counted(done, "creator")}`);
  const { creators } = await undoBatch(db, batch, { ...acting, progress }).finally(() => line.clear());
  if (options.json) printJson(context, { batch, creators });
  else print(context, `Change ${batch} is undone for ${counted(creators, "creator")}.`);
}

const isTag = (word: string) => /^[+-][^-]/.test(word);

/** @throws CrmError when the first word is no query */
function requireQuery(query: string | undefined): void {
  if (query !== undefined && !isTag(query)) return;
  throw new CrmError("wrong-input", "no query before the tags", {
    say: 'Expected a query first, such as: tag "gmv30:>5k" +vip. One that begins with - goes into parentheses: "(-has:email)".',
  });
}

/** @throws CrmError when one of the words is no tag with its sign */
function readTags(words: readonly string[]): TagChange {
  const wrong = words.find((word) => !isTag(word) || word.includes(":"));
  if (wrong !== undefined) {
    throw new CrmError("wrong-input", `not a tag: ${wrong}`, {
      say: `Expected +tag or -tag after the query, got "${wrong}". A query of several words goes into quotes.`,
    });
  }
  const those = (sign: string) => words.filter((word) => word.startsWith(sign)).map((word) => word.slice(1));
  return { add: those("+"), remove: those("-") };
}
