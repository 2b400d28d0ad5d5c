import type { Command } from "commander";
import { CrmError } from "../../../core/errors/index.js";
import type { UndoReport } from "../../../core/imports/index.js";
import { affected } from "../../affected.js";
import { counted } from "../../in-words.js";
import { canAsk, confirm } from "../ask.js";
import { terminalActor } from "../changing/acting.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
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
      .action((id: string, options: UndoOptions) => undo(id.trim().replace(/^#/, ""), options, context));
  },
};

async function undo(id: string, options: UndoOptions, context: TerminalContext): Promise<void> {
  if (!/^\d+$/.test(id)) {
    throw new CrmError(
      "wrong-input",
      `Expected the number of an import, such as 3; got "${id}". \`imports\` lists them.`,
    );
  }
  const { connection: db } = await context.database();
  const { previewUndo, undoImport } = await import("../../../core/imports/index.js");
  const undoing = { actor: await terminalActor(), now: () => new Date() };
  if (options.dryRun || canAsk(context, options)) {
    const { report: preview } = await previewUndo(db, id, undoing);
    if (options.dryRun && options.json) return printJson(context, preview);
    const would = `Undoing import ${id} would take back or change ${affected(preview)}.${keptNote(preview)}`;
    if (options.dryRun) return print(context, would);
    context.stderr.write(`${would}\n`);
    await confirm(context, options, { question: `Undo import ${id}?`, otherwise: "Nothing was undone." });
  }

  const line = statusLine(context.stderr);
  line.show(() => `Undoing import ${id}`);
  const report = await undoImport(db, id, undoing).finally(() => line.clear());
  if (options.json) return printJson(context, report);
  print(context, `Import ${id} is undone: ${affected(report)} taken back or changed.${keptNote(report)}`);
}

function keptNote({ kept }: UndoReport): string {
  if (kept === 0) return "";
  return ` ${counted(kept, "creator")} that only this import gave ${kept === 1 ? "stays" : "stay"}: people changed them.`;
}
