import type { Command } from "commander";
import { BRAND, type ChangeOptions, openToAct } from "../changing/acting.js";
import { showEdited } from "../changing/show-edited.js";
import type { TerminalCommand, TerminalContext } from "../command.js";

export const pickCommand: TerminalCommand = {
  name: "pick",
  summary: "make one of the values that sources gave the current one",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<handle>")
      .argument("<field>", "email, phone, name or address")
      .argument("<value...>", "as `lookup` shows it")
      .option(...BRAND)
      .action((who: string, field: string, value: string[], options: ChangeOptions) =>
        pick(who, field, value.join(" "), options, context),
      );
  },
};

async function pick(
  who: string,
  field: string,
  value: string,
  options: ChangeOptions,
  context: TerminalContext,
): Promise<void> {
  const { db, acting } = await openToAct(context, options);
  const { pickValue } = await import("../../../core/edits/index.js");
  await showEdited(await pickValue(db, who, field, value, acting), options, context);
}
