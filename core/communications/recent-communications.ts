import type { Connection } from "mongoose";
import { computeCreators } from "../creators/compute-creators.js";
import type { Creator } from "../creators/creator.js";
import { gatherEvidence } from "../creators/gather-evidence.js";
import type { Edit } from "../edits/edit.js";
import { editModel } from "../edits/edit-model.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Communication } from "./communication.js";

type Whose = Pick<Creator, "_id" | "keys" | "contested">;

/** Which messages, and what brands are called. */
export interface RecentWanted {
  /** Left out, of all brands. */
  brandId?: string;
  limit: number;
  slugOf: (brandId: string) => string;
}

/** A creator's messages with a brand, the newest first. */
export async function recentCommunications(
  db: Connection,
  creator: Whose,
  { brandId, limit, slugOf }: RecentWanted,
): Promise<Communication[]> {
  const edits = creator.contested?.length ? await readOwn(db, creator) : await readByKeys(db, creator);
  return edits
    .filter((edit) => brandId === undefined || edit.brandId === brandId)
    .flatMap((edit) => communicationIn(edit, slugOf))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit);
}

const readByKeys = (db: Connection, { keys }: Whose): Promise<Edit[]> =>
  collectionOf(editModel(db))
    .find({ keys: { $in: keys }, "change.kind": "communication", undone: { $exists: false } })
    .sort({ at: -1, _id: -1 })
    .toArray();

/** Under a handle that others had before or since, the day of an edit says whom it was about. */
async function readOwn(db: Connection, { _id, keys }: Whose): Promise<Edit[]> {
  const evidence = await gatherEvidence(db, keys);
  const { computed, identities } = computeCreators(evidence, new Set());
  const mine = computed.find(({ id }) => id === _id)?.identity;
  return evidence.edits.filter(({ key, at }) => identities.holderOf(key, at.toISOString().slice(0, 10)) === mine);
}

function communicationIn({ change, by, brandId }: Edit, slugOf: RecentWanted["slugOf"]): Communication[] {
  if (change.kind !== "communication") return [];
  const { channel, direction, text, when } = change;
  return [{ channel, direction, text, at: when, by, brand: slugOf(brandId) }];
}
