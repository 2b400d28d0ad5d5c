import type { Connection } from "mongoose";
import { allBrands } from "../brands/find-brand.js";
import { recomputeCreators } from "../creators/recompute-creators.js";
import { collectionOf } from "../mongo/model-of.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { batchModel } from "./batch-model.js";
import type { Undone } from "./edit.js";
import { editModel } from "./edit-model.js";

/** Edits whose creators are computed at a time. */
const GROUP = 1_000;
/** A process that made a batch and gave no sign of life for so long is taken for dead; milliseconds. */
const PATIENCE = 60_000;

/**
 * Brings the creators of batches up to date that a process which died was making or undoing. Called before another
 * batch is made or undone, and when the worker starts. Answers how many there were.
 */
export async function finishBatches(db: Connection, now: Date): Promise<number> {
  const batches = collectionOf(batchModel(db));
  const left = await batches.find({ unsettled: { $lt: new Date(now.getTime() - PATIENCE) } }).toArray();
  for (const { _id, undone } of left) {
    if (undone) await markUndone(db, _id, undone);
    await recomputeBatch(db, _id, now);
    const changed = await collectionOf(editModel(db)).countDocuments({ batch: _id });
    await batches.updateOne({ _id }, { $set: { changed }, $unset: { unsettled: "" } });
  }
  return left.length;
}

/** From here on the edits of a batch count nowhere. */
export async function markUndone(db: Connection, batch: string, undone: Undone): Promise<void> {
  await collectionOf(editModel(db)).updateMany({ batch, undone: { $exists: false } }, { $set: { undone } });
}

/** Computes again every creator that a batch changed. */
export async function recomputeBatch(
  db: Connection,
  batch: string,
  now: Date,
  progress?: (done: number) => Promise<void>,
): Promise<number> {
  const context = { db, brands: await allBrands(db), now };
  const keys = collectionOf(editModel(db)).find({ batch }).project<{ key: CreatorKey }>({ key: 1 });
  let group: CreatorKey[] = [];
  let done = 0;
  const flush = async () => {
    await recomputeCreators(context, group);
    done += group.length;
    group = [];
    await progress?.(done);
  };
  for await (const { key } of keys) {
    group.push(key);
    if (group.length >= GROUP) await flush();
  }
  if (group.length > 0) await flush();
  return done;
}
