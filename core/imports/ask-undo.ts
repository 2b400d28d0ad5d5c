import type { Connection } from "mongoose";
import { type Actor, requireRight } from "../access/actor.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Import } from "./import.js";
import type { ImportedBy } from "./import-files.js";
import { importModel } from "./import-model.js";
import { findUndoable, previewUndo, type UndoReport, undoImport } from "./undo-import.js";

/**
 * What taking an import back would do, for somebody who may do it.
 *
 * @throws CrmError `forbidden`, `not-found`, or `refused` with the reason why it cannot be undone
 */
export async function previewUndoFor(
  db: Connection,
  id: string,
  actor: Actor,
): Promise<{ record: Import; report: UndoReport }> {
  const record = await requireUndoing(db, id, actor);
  return { record, report: await previewUndo(db, id) };
}

/** Whether somebody may take an import back now. @throws CrmError as `previewUndoFor` */
export async function requireUndoing(db: Connection, id: string, actor: Actor): Promise<Import> {
  const record = await findUndoable(db, id);
  requireRight(actor, "change", record.brandId);
  return record;
}

/**
 * Takes an import back that somebody asked to take back. Asked twice it is done once; then nothing is answered.
 *
 * @throws CrmError as `undoImport`
 */
export async function finishAskedUndo(
  db: Connection,
  id: string,
  by: Pick<ImportedBy, "by" | "now">,
): Promise<UndoReport | undefined> {
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
