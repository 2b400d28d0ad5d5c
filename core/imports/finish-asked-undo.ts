import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import type { UndoReport } from "./count-undo.js";
import { importModel } from "./import-model.js";
import { type Undoing, undoImport } from "./undo-import.js";
import { whenSettled } from "./when-settled.js";

/**
 * Takes an import back that somebody asked to take back. Asked twice it is done once; then nothing is answered.
 *
 * @throws CrmError as `undoImport`
 */
export async function finishAskedUndo(db: Connection, id: string, by: Undoing): Promise<UndoReport | undefined> {
  const statusNow = async () => (await collectionOf(importModel(db)).findOne({ _id: id }))?.status;
  if ((await statusNow()) === "undone") return undefined;
  try {
    return await undoImport(db, id, by);
  } catch (error) {
    // Begun by this very job before it was cut off, or by somebody else at once: another process goes through with it.
    const isOvertaken = error instanceof CrmError && (error.code === "conflict" || error.code === "refused");
    if (isOvertaken && (await statusNow()) === "undoing") await whenSettled(db, id);
    if (isOvertaken && (await statusNow()) === "undone") return undefined;
    throw error;
  }
}
