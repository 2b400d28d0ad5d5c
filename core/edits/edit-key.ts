import type { ClientSession } from "mongodb";
import type { Connection } from "mongoose";
import type { Creator } from "../creators/creator.js";
import { collectionOf } from "../mongo/model-of.js";
import { type CreatorKey, handleKey, userKey } from "../sightings/sighting.js";
import { editModel } from "./edit-model.js";

/** A merge that counts: `from` was united with `into`. */
export interface MergeInForce {
  _id: string;
  from: CreatorKey;
  into: CreatorKey;
}

/** Every merge that produced these creators, oldest first. */
export async function mergesOf(
  db: Connection,
  creators: readonly Pick<Creator, "keys">[],
  session?: ClientSession,
): Promise<MergeInForce[]> {
  const keys = creators.flatMap((creator) => (creator.keys.length > 1 ? creator.keys : []));
  if (keys.length === 0) return [];
  const edits = await collectionOf(editModel(db))
    .find({ keys: { $in: keys }, "change.kind": "merge", undone: { $exists: false } }, { session })
    .sort({ at: 1, _id: 1 })
    .toArray();
  return edits.flatMap(({ _id, key, change }) =>
    change.kind === "merge" ? [{ _id, from: key, into: change.into }] : [],
  );
}

/**
 * The key under which a change of a creator is remembered: the name that the person saw it by, else the current handle,
 * else the user id. Of merged creators it is the survivor's, so that the change stays with it when they are taken apart.
 *
 * @param merges in the order of time: the last one has the survivor of all
 */
export function editKeyOf(
  { keys, handles, tiktokUserId }: Pick<Creator, "keys" | "handles" | "tiktokUserId">,
  merges: readonly MergeInForce[],
  seenAs?: CreatorKey,
): CreatorKey {
  const survivor = merges.findLast(({ into }) => keys.includes(into))?.into;
  if (survivor !== undefined) return survivor;
  if (seenAs !== undefined) return seenAs;
  if (handles[0] !== undefined) return handleKey(handles[0]);
  return tiktokUserId === undefined ? (keys[0] ?? "") : userKey(tiktokUserId);
}
