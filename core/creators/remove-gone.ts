import type { AnyBulkWriteOperation, Filter } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { type Guarded, writeBulk } from "../mongo/write-guarded.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import type { Creator } from "./creator.js";
import { creatorModel } from "./creator-model.js";
import type { Evidence } from "./gather-evidence.js";
import { removeOrphans } from "./remove-orphans.js";

/**
 * Removes creators that nothing supports any more, or that became one with others; what hangs on them goes first.
 *
 * @returns false when another writer was first
 */
export async function removeGone(
  db: Connection,
  gone: readonly Creator[],
  { links, snapshots }: Pick<Evidence, "links" | "snapshots">,
): Promise<boolean> {
  const ids = new Set(gone.map(({ _id }) => _id));
  const removals = <D extends Guarded>(documents: readonly D[]): AnyBulkWriteOperation<D>[] =>
    documents.map(({ _id, rev }) => ({ deleteOne: { filter: { _id, rev } as Filter<D> } }));
  const ofGone = <D extends { creatorId: string }>(documents: readonly D[]) =>
    documents.filter(({ creatorId }) => ids.has(creatorId));
  const [oldLinks, oldSnapshots] = [removals(ofGone(links)), removals(ofGone(snapshots))];
  const counts = await Promise.all([
    writeBulk(collectionOf(brandCreatorModel(db)), oldLinks),
    writeBulk(collectionOf(snapshotModel(db)), oldSnapshots),
  ]);
  if (counts[0] < oldLinks.length || counts[1] < oldSnapshots.length) return false;
  if ((await writeBulk(collectionOf(creatorModel(db)), removals(gone))) < gone.length) return false;
  return removeOrphans(db, [...ids]);
}
