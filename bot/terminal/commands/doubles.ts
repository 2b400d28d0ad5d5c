import type { Command } from "commander";
import type { LikelyDouble } from "../../../core/edits/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { counted } from "../../in-words.js";
import { BRAND, type ChangeOptions, openToAct } from "../changing/acting.js";
import { nameOf } from "../changing/show-edited.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

interface DoublesOptions extends ChangeOptions {
  limit: string;
}

export const doublesCommand: TerminalCommand = {
  name: "doubles",
  summary: "list creators who may be one person, and why",
  register(command: Command, context: TerminalContext) {
    command
      .option("--limit <pairs>", "how many to show, the likeliest first", "50")
      .addHelpText(
        "after",
        "\nTo make two of them one: merge OLD INTO. To say that they are not: doubles dismiss ONE OTHER",
      )
      .action((options: DoublesOptions) => list(options, context));
    command
      .command("dismiss")
      .summary("say that two creators are not one person")
      .argument("<one>")
      .argument("<other>")
      .option(...BRAND)
      .action((one: string, other: string, options: ChangeOptions) =>
        dismiss(one, other, { ...options, ...command.opts<ChangeOptions>() }, context),
      );
    command
      .command("recount")
      .summary("count anew for is:duplicate")
      .action(() => recount(command.opts<ChangeOptions>(), context));
  },
};

async function list({ limit, json }: DoublesOptions, context: TerminalContext): Promise<void> {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1) {
    throw new CrmError("wrong-input", `--limit expects a whole number from 1, got "${limit}".`);
  }
  const { db, acting } = await openToAct(context);
  const { likelyDoubles } = await import("../../../core/edits/index.js");
  const { pairs, total } = await likelyDoubles(db, { actor: acting.actor, limit: most });
  if (json) return printJson(context, { pairs, total });
  if (total === 0) return print(context, "Nobody looks like the double of another creator.");
  print(context, printTable(COLUMNS, pairs, paintFor(context.stdout)));
  if (total > pairs.length) print(context, `\n${counted(total, "pair")} in all.`);
}

const COLUMNS: readonly Column<LikelyDouble>[] = [
  { title: "Creator", cell: ({ creators }) => nameOf(creators[0]) },
  { title: "Name", cell: ({ creators }) => creators[0].name },
  { title: "And", cell: ({ creators }) => nameOf(creators[1]) },
  { title: "Name", cell: ({ creators }) => creators[1].name },
  { title: "Because of", cell: ({ reasons }) => reasons.join(", ") },
];

async function dismiss(one: string, other: string, options: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context, options);
  const { dismissDoubles } = await import("../../../core/edits/index.js");
  const edited = await dismissDoubles(db, one, other, acting);
  if (options.json) printJson(context, { one, other, dismissed: true });
  else print(context, `${nameOf(edited)} and ${other} are not shown as doubles any more.`);
}

async function recount({ json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db } = await openToAct(context);
  const { recountDoubles } = await import("../../../core/edits/index.js");
  const creators = await recountDoubles(db);
  if (json) printJson(context, { creators });
  else print(context, `${counted(creators, "creator")} may be the double of another. They are listed by: doubles`);
}
