import type { Connection } from "mongoose";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { inBatches } from "../mongo/in-batches.js";
import { collectionOf } from "../mongo/model-of.js";
import { findDoubles } from "./likely-doubles.js";

const BATCH = 2_000;

/**
 * Counts of each creator how many others may be the same person, for `is:duplicate`. Run once a day and after large
 * imports: in between, the counts are those of the last run. Writes only what changed.
 *
 * @returns how many creators have doubles
 */
export async function recountDoubles(db: Connection): Promise<number> {
  const counts = new Map<string, number>();
  for (const { ids } of (await findDoubles(db)).all()) {
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const creators = collectionOf(creatorModel(db));
  const changed = new Map<number, string[]>();
  const change = (id: string, count: number) => changed.set(count, [...(changed.get(count) ?? []), id]);
  const left = new Map(counts);
  const stored = creators
    .find({ duplicates: { $gt: 0 } })
    .project<{ _id: string; duplicates: number }>({ duplicates: 1 });
  for await (const { _id, duplicates } of stored) {
    const count = left.get(_id) ?? 0;
    if (count !== duplicates) change(_id, count);
    left.delete(_id);
  }
  for (const [id, count] of left) change(id, count);

  for (const [count, ids] of changed) {
    for (const some of inBatches(ids, BATCH)) {
      // Raising `rev` keeps a writer who read the old count from writing it back.
      const update =
        count === 0
          ? { $unset: { duplicates: "" as const }, $inc: { rev: 1 } }
          : { $set: { duplicates: count }, $inc: { rev: 1 } };
      await creators.updateMany({ _id: { $in: some } }, update);
      await collectionOf(brandCreatorModel(db)).updateMany({ creatorId: { $in: some } }, update);
    }
  }
  return counts.size;
}
