import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import type { UndoReport } from "./count-undo.js";
import { importModel } from "./import-model.js";
import { type Undoing, undoImport } from "./undo-import.js";

/**
 * Takes an import back that somebody asked to take back. Asked twice it is done once; then nothing is answered.
 *
 * @throws CrmError as `undoImport`
 */
export async function finishAskedUndo(db: Connection, id: string, by: Undoing): Promise<UndoReport | undefined> {
  const isUndone = async () => (await collectionOf(importModel(db)).findOne({ _id: id }))?.status === "undone";
  if (await isUndone()) return undefined;
  try {
    return await undoImport(db, id, by);
  } catch (error) {
    const isOvertaken = error instanceof CrmError && (error.code === "conflict" || error.code === "refused");
    if (isOvertaken && (await isUndone())) return undefined;
    throw error;
  }
}
