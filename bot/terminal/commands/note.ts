import type { Command } from "commander";
import { BRAND, type ChangeOptions, openToAct } from "../changing/acting.js";
import { showEdited } from "../changing/show-edited.js";
import type { TerminalCommand, TerminalContext } from "../command.js";

export const noteCommand: TerminalCommand = {
  name: "note",
  summary: "write a note about a creator",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<handle>")
      .argument("<text...>")
      .option(...BRAND)
      .action((who: string, text: string[], options: ChangeOptions) => note(who, text.join(" "), options, context));
  },
};

async function note(who: string, text: string, options: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context, options);
  const { addNote } = await import("../../../core/edits/index.js");
  await showEdited(await addNote(db, who, text, acting), options, context);
}
