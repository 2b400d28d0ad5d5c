import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import { creatorModel } from "./creator-model.js";
import { markStale } from "./mark-stale.js";

/**
 * Removes links and snapshots of creators that are no more. Whoever removes a creator may not have seen all of them,
 * and whoever adds some may have lost the creator meanwhile: each calls this after its writes, so that one of the two
 * sees what the other did.
 *
 * @returns false when one of the creators came again while its links were being removed: it is marked stale then
 */
export async function removeOrphans(db: Connection, creatorIds: readonly string[]): Promise<boolean> {
  if (creatorIds.length === 0) return true;
  const creators = collectionOf(creatorModel(db));
  const found = await creators
    .find({ _id: { $in: [...creatorIds] } })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  const there = new Set(found.map(({ _id }) => _id));
  const gone = creatorIds.filter((id) => !there.has(id));
  if (gone.length === 0) return true;
  await Promise.all([
    collectionOf(brandCreatorModel(db)).deleteMany({ creatorId: { $in: gone } }),
    collectionOf(snapshotModel(db)).deleteMany({ creatorId: { $in: gone } }),
  ]);
  return (await markStale(db, { _id: { $in: gone } })) === 0;
}
