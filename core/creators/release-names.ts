import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { writeBulk } from "../mongo/write-guarded.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { creatorModel } from "./creator-model.js";
import { type KnownCreator, lostKeys } from "./plan-writes.js";

/** Names that others are still to get: until they have, whoever goes on after a crash finds them by this. */
export function releasedOf(each: KnownCreator): { released?: CreatorKey[] } {
  const released = [...new Set([...(each.stored.released ?? []), ...lostKeys(each)])];
  return released.length === 0 ? {} : { released };
}

/**
 * Takes from creators the names that they have no more, so that others can have them. One that has lost only such
 * names keeps at least one: it is known by it.
 *
 * @returns the creators that were written, or `undefined` when another writer was first
 */
export async function releaseNames(
  db: Connection,
  known: readonly KnownCreator[],
): Promise<ReadonlySet<string> | undefined> {
  const losing = known.filter(
    (each) =>
      lostKeys(each).length > 0 ||
      (each.stored.tiktokUserId ?? each.creator.tiktokUserId) !== each.creator.tiktokUserId,
  );
  const operations = losing.map(({ stored, creator }) => ({
    updateOne: {
      filter: { _id: stored._id, rev: stored.rev },
      update: {
        $set: {
          keys: stored.keys.filter((key) => creator.keys.includes(key)),
          stale: true as const,
          ...releasedOf({ stored, creator }),
        },
        $unset: { tiktokUserId: "" as const },
        $inc: { rev: 1 },
      },
    },
  }));
  if ((await writeBulk(collectionOf(creatorModel(db)), operations)) < operations.length) return undefined;
  return new Set(losing.map(({ stored }) => stored._id));
}
