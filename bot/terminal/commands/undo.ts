import type { Command } from "commander";
import type { UndoReport } from "../../../core/imports/index.js";
import { counted } from "../../in-words.js";
import { canAsk, confirm } from "../ask.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { currentUser } from "../current-user.js";
import { statusLine } from "../status-line.js";

interface UndoOptions {
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
}

export const undoCommand: TerminalCommand = {
  name: "undo",
  summary: "take an import back",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<id>", "the import's number, as `imports` shows it")
      .option("--dry-run", "only say what would be taken back")
      .option("--yes", "undo without asking")
      .action((id: string, options: UndoOptions) => undo(id.replace(/^#/, ""), options, context));
  },
};

async function undo(id: string, options: UndoOptions, context: TerminalContext): Promise<void> {
  const { connection: db } = await context.database();
  const { previewUndo, undoImport } = await import("../../../core/imports/index.js");
  if (options.dryRun || canAsk(context, options)) {
    const preview = await previewUndo(db, id);
    if (options.dryRun && options.json) return printJson(context, preview);
    const would = `Undoing import ${id} would take back or change ${affected(preview)}.${keptNote(preview)}`;
    if (options.dryRun) return print(context, would);
    context.stderr.write(`${would}\n`);
    await confirm(context, options, { question: `Undo import ${id}?`, otherwise: "Nothing was undone." });
  }

  const line = statusLine(context.stderr);
  line.show(() => `Undoing import ${id}`);
  const report = await undoImport(db, id, { by: currentUser(), now: () => new Date() }).finally(() => line.clear());
  if (options.json) return printJson(context, report);
  print(context, `Import ${id} is undone: ${affected(report)} taken back or changed.${keptNote(report)}`);
}

/** "499 creators, 12 samples and 499 snapshots". */
function affected({ creators, samples, videos, snapshots }: UndoReport): string {
  const parts = [
    counted(creators, "creator"),
    ...(samples > 0 ? [counted(samples, "sample")] : []),
    ...(videos > 0 ? [counted(videos, "video")] : []),
    ...(snapshots > 0 ? [counted(snapshots, "snapshot")] : []),
  ];
  return parts.length === 1 ? parts.join() : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function keptNote({ kept }: UndoReport): string {
  if (kept === 0) return "";
  return ` ${counted(kept, "creator")} that only this import gave ${kept === 1 ? "stays" : "stay"}: people changed them.`;
}
