import type { Command } from "commander";
import { BRAND, type ChangeOptions, openToAct } from "../changing/acting.js";
import { showEdited } from "../changing/show-edited.js";
import type { TerminalCommand, TerminalContext } from "../command.js";

export const statusCommand: TerminalCommand = {
  name: "status",
  summary: "say how a brand stands with a creator: active, inactive, blocked",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<handle>")
      .argument("<status>", "active, inactive or blocked")
      .option(...BRAND)
      .action((who: string, status: string, options: ChangeOptions) => set(who, status, options, context));
  },
};

async function set(who: string, status: string, options: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context, options);
  const { setStatus } = await import("../../../core/edits/index.js");
  await showEdited(await setStatus(db, who, status, acting), options, context);
}
