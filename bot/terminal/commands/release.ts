import type { Command } from "commander";
import { BRAND, type ChangeOptions, openToAct } from "../changing/acting.js";
import { nameOf, showEdited } from "../changing/show-edited.js";
import type { TerminalCommand, TerminalContext } from "../command.js";

export const releaseCommand: TerminalCommand = {
  name: "release",
  summary: "let a field follow the sources again",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<handle>")
      .argument("<field>", "email, phone, name, address or badge")
      .option(...BRAND)
      .action((who: string, field: string, options: ChangeOptions) => release(who, field, options, context));
  },
};

async function release(who: string, field: string, options: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context, options);
  const { releaseField } = await import("../../../core/edits/index.js");
  const edited = await releaseField(db, who, field, acting);
  const follows = edited.edits.length === 0 ? `${nameOf(edited)}: nobody had set the ${field}.` : undefined;
  await showEdited(edited, options, context, follows);
}
