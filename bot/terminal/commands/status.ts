import type { Command } from "commander";
import { BRAND, openToAct } from "../changing/acting.js";
import { changeSelection, requireQueryFor, type SelectionOptions } from "../changing/change-selection.js";
import { showEdited } from "../changing/show-edited.js";
import type { TerminalCommand, TerminalContext } from "../command.js";

interface StatusOptions extends SelectionOptions {
  query?: boolean;
}

export const statusCommand: TerminalCommand = {
  name: "status",
  summary: "say how a brand stands with a creator: active, inactive, blocked",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<who>", "a handle; with --query a query in quotes")
      .argument("<status>", "active, inactive or blocked")
      .option(...BRAND)
      .option("--query", "all creators that the query finds")
      .option("--dry-run", "with --query, only say how many there are")
      .option("--yes", "with --query, change them without asking")
      .addHelpText(
        "after",
        '\nExamples:\n  status mia.glow blocked\n  status --query "is:ghosting samples:>2" inactive',
      )
      .action((who: string, status: string, options: StatusOptions) => set(who, status, options, context));
  },
};

async function set(who: string, text: string, options: StatusOptions, context: TerminalContext): Promise<void> {
  const { readStatus, setStatus } = await import("../../../core/edits/index.js");
  if (options.query) {
    const to = readStatus(text);
    const words = { ask: `Set to ${to}`, done: `set to ${to}`, doing: "Changing" };
    return changeSelection(who, { kind: "status", to }, words, options, context);
  }
  requireQueryFor(options);
  const { db, acting } = await openToAct(context, options);
  await showEdited(await setStatus(db, who, text, acting), options, context);
}
