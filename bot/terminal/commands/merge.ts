import type { Command } from "commander";
import { BRAND, type ChangeOptions, openToAct } from "../changing/acting.js";
import { nameOf, showEdited } from "../changing/show-edited.js";
import type { TerminalCommand, TerminalContext } from "../command.js";

export const mergeCommand: TerminalCommand = {
  name: "merge",
  summary: "make two creators one; `unmerge` takes them apart again",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<old>", "handle of the one that becomes part of the other")
      .argument("<into>", "handle of the one that is kept")
      .option(...BRAND)
      .action((from: string, into: string, options: ChangeOptions) => merge(from, into, options, context));
  },
};

async function merge(from: string, into: string, options: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context, options);
  const { mergeCreators } = await import("../../../core/edits/index.js");
  const edited = await mergeCreators(db, from, into, acting);
  const [{ key } = { key: from }] = edited.edits;
  await showEdited(
    edited,
    options,
    context,
    `${key} is part of ${nameOf(edited)} now. To take it back: unmerge ${key}`,
  );
}
