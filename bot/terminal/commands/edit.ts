import type { Command } from "commander";
import { BRAND, type ChangeOptions, openToAct } from "../changing/acting.js";
import { readSettings } from "../changing/read-settings.js";
import { showEdited } from "../changing/show-edited.js";
import type { TerminalCommand, TerminalContext } from "../command.js";

/** Shown by `add` too. */
export const FIELDS_HELP = `
Fields: email, phone, name (or firstName, lastName), address (or line1, line2, city, state, zip, country), badge,
status (active, inactive, blocked), whitelisted (yes, no).`;

export const editCommand: TerminalCommand = {
  name: "edit",
  summary: "set fields of a creator; no import changes them any more",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<handle>")
      .argument("<settings...>", "field=value; field= clears")
      .option(...BRAND)
      .addHelpText("after", `${FIELDS_HELP}\n\nExample:\n  edit @mia.glow email=mia@example.com badge=gold phone=`)
      .action((who: string, settings: string[], options: ChangeOptions) => edit(who, settings, options, context));
  },
};

async function edit(
  who: string,
  settings: readonly string[],
  options: ChangeOptions,
  context: TerminalContext,
): Promise<void> {
  const changes = readSettings(settings);
  const { db, acting } = await openToAct(context, options);
  const { editCreator } = await import("../../../core/edits/index.js");
  await showEdited(await editCreator(db, who, changes, acting), options, context);
}
