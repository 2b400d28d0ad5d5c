import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import { creatorModel } from "./creator-model.js";

/**
 * Removes links and snapshots of creators that are no more: a writer that lost its creator to another, which merged or
 * removed it, may have added some that the other one could not see.
 */
export async function removeOrphans(db: Connection, creatorIds: readonly string[]): Promise<void> {
  if (creatorIds.length === 0) return;
  const found = await collectionOf(creatorModel(db))
    .find({ _id: { $in: [...creatorIds] } })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  const there = new Set(found.map(({ _id }) => _id));
  const gone = creatorIds.filter((id) => !there.has(id));
  if (gone.length === 0) return;
  await Promise.all([
    collectionOf(brandCreatorModel(db)).deleteMany({ creatorId: { $in: gone } }),
    collectionOf(snapshotModel(db)).deleteMany({ creatorId: { $in: gone } }),
  ]);
}
