import type { Command } from "commander";
import type { TagChange } from "../../../core/edits/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { counted } from "../../in-words.js";
import { canAsk, confirm } from "../ask.js";
import { BRAND, openToAct } from "../changing/acting.js";
import { changeSelection, type SelectionOptions } from "../changing/change-selection.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { statusLine } from "../status-line.js";

interface TagOptions extends SelectionOptions {
  undo?: string;
}

export const tagCommand: TerminalCommand = {
  name: "tag",
  summary: "give tags to all creators that a query finds, and take others",
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
      .option("--undo <batch>", "take back what an earlier one did, by its number")
      .addHelpText(
        "after",
        '\nExamples:\n  tag "gmv30:>5k -tag:vip" +vip -cold\n  tag handle:=mia.glow +vip\n  tag --undo 3',
      )
      .action((query: string | undefined, tags: string[], options: TagOptions) =>
        options.undo === undefined ? tag(query, tags, options, context) : undo(options.undo, options, context),
      );
  },
};

async function tag(
  query: string | undefined,
  words: readonly string[],
  options: TagOptions,
  context: TerminalContext,
): Promise<void> {
  const tags = readTags(query, words);
  const { readTagChange } = await import("../../../core/edits/index.js");
  const change = { kind: "tag" as const, ...readTagChange(tags) };
  const signs = words.join(" ");
  const inWords = { ask: `Tag ${signs}`, done: `tagged ${signs}`, doing: "Tagging" };
  await changeSelection(query ?? "", change, inWords, options, context);
}

async function undo(batch: string, options: TagOptions, context: TerminalContext): Promise<void> {
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

/** @throws CrmError when the words are no query followed by tags */
function readTags(query: string | undefined, words: readonly string[]): TagChange {
  const isTag = (word: string) => /^[+-][^-]/.test(word);
  if (query === undefined || isTag(query)) {
    throw new CrmError("wrong-input", "no query before the tags", {
      say: 'Expected a query first, such as: tag "gmv30:>5k" +vip. One that begins with - goes into parentheses: "(-has:email)".',
    });
  }
  const wrong = words.find((word) => !isTag(word) || word.includes(":"));
  if (wrong !== undefined) {
    throw new CrmError("wrong-input", `not a tag: ${wrong}`, {
      say: `Expected +tag or -tag after the query, got "${wrong}". A query of several words goes into quotes.`,
    });
  }
  const those = (sign: string) => words.filter((word) => word.startsWith(sign)).map((word) => word.slice(1));
  return { add: those("+"), remove: those("-") };
}
