import type { Command } from "commander";
import { BRAND, type ChangeOptions, openToAct } from "../changing/acting.js";
import { readSettings } from "../changing/read-settings.js";
import { showEdited } from "../changing/show-edited.js";
import type { TerminalCommand, TerminalContext } from "../command.js";
import { FIELDS_HELP } from "./edit.js";

export const addCommand: TerminalCommand = {
  name: "add",
  summary: "add a creator by hand",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<handle>", "handle or link to the profile")
      .argument("[settings...]", "field=value")
      .option(...BRAND)
      .addHelpText("after", `${FIELDS_HELP}\n\nExample:\n  add @mia.glow email=mia@example.com name="Mia Cruz"`)
      .action((who: string, settings: string[], options: ChangeOptions) => add(who, settings, options, context));
  },
};

async function add(
  who: string,
  settings: readonly string[],
  options: ChangeOptions,
  context: TerminalContext,
): Promise<void> {
  const fields = readSettings(settings);
  const { db, acting } = await openToAct(context, options);
  const { addCreator } = await import("../../../core/edits/index.js");
  await showEdited(await addCreator(db, who, fields, acting), options, context);
}
