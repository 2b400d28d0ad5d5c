import { isDeepStrictEqual } from "node:util";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { writeGuarded } from "../mongo/write-guarded.js";
import { joinSnapshot } from "./fold-snapshots.js";
import type { Snapshot } from "./snapshot.js";
import { snapshotModel } from "./snapshot-model.js";

/**
 * Adds figures to the stored snapshots. Safe to repeat and to run beside other writers.
 *
 * @returns the ids of those that were not there before
 */
export async function joinSnapshots(db: Connection, snapshots: readonly Omit<Snapshot, "rev">[]): Promise<Set<string>> {
  const added = new Set<string>();
  const offered = new Map(snapshots.map((snapshot) => [snapshot._id, snapshot]));
  await writeGuarded<Snapshot>(collectionOf(snapshotModel(db)), [...offered.keys()], (stored, id) => {
    const snapshot = offered.get(id);
    if (stored === undefined) added.add(id);
    else added.delete(id);
    if (stored === undefined || snapshot === undefined) return snapshot;
    const { rev: _, ...before } = stored;
    const joined = joinSnapshot(before, snapshot);
    return isDeepStrictEqual(joined.figures, before.figures) ? undefined : joined;
  });
  return added;
}
