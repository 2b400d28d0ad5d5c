import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Batch } from "./batch.js";
import { batchModel } from "./batch-model.js";
import { editModel } from "./edit-model.js";
import { finishBatches, markUndone, recomputeBatch } from "./finish-batches.js";
import type { Acting } from "./record-edits.js";

/** What taking a batch back would do, or did. */
export interface BatchUndone {
  batch: Batch;
  /** Creators whose change is taken back. */
  creators: number;
}

/** Says what `undoBatch` would take back; nothing is written. @throws CrmError as `undoBatch` */
export async function previewUndoBatch(
  db: Connection,
  id: string,
  { actor }: Pick<Acting, "actor">,
): Promise<BatchUndone> {
  const batch = await findUndoable(db, id);
  requireRight(actor, "change", batch.brandId);
  const creators = await collectionOf(editModel(db)).countDocuments({ batch: id, undone: { $exists: false } });
  return { batch, creators };
}

/**
 * Takes back a change of many: its edits count no more, and the creators are computed without them. What anybody
 * changed since stays. When it is cut off, `finishBatches` goes through with it.
 *
 * @throws CrmError `not-found`, or `refused` when it has been taken back already or is still being made
 */
export async function undoBatch(
  db: Connection,
  id: string,
  { actor, now, progress }: Pick<Acting, "actor" | "now"> & { progress?: (done: number) => void },
): Promise<BatchUndone> {
  await finishBatches(db, now);
  const { brandId } = await findUndoable(db, id);
  requireRight(actor, "change", brandId);
  const undone = { at: now, by: actor.id, via: actor.via };
  const batches = collectionOf(batchModel(db));
  const batch = await batches.findOneAndUpdate(
    { _id: id, undone: { $exists: false }, unsettled: { $exists: false } },
    { $set: { undone }, $currentDate: { unsettled: true } },
    { returnDocument: "after" },
  );
  if (batch === null) throw alreadyUndone(id);
  await markUndone(db, id, undone);
  const creators = await recomputeBatch(db, id, now, async (done) => {
    await batches.updateOne({ _id: id }, { $currentDate: { unsettled: true } });
    progress?.(done);
  });
  await batches.updateOne({ _id: id }, { $unset: { unsettled: "" } });
  return { batch, creators };
}

async function findUndoable(db: Connection, id: string): Promise<Batch> {
  const batch = await collectionOf(batchModel(db)).findOne({ _id: id });
  if (batch === null) {
    throw new CrmError("not-found", `no batch ${id}`, {
      say: `There is no change of many with the number ${id}.`,
      next: { terminal: "`audit` lists them." },
    });
  }
  if (batch.undone) throw alreadyUndone(id);
  if (batch.unsettled === undefined) return batch;
  throw new CrmError("refused", `batch ${id} is being made`, {
    say: `Change ${id} is still being made. Try again when it is done; one that was cut off can be undone after a minute.`,
  });
}

const alreadyUndone = (id: string) =>
  new CrmError("refused", `batch ${id} is undone`, { say: `Change ${id} has been undone already.` });
