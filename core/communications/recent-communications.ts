import type { Connection } from "mongoose";
import type { Creator } from "../creators/creator.js";
import type { Edit } from "../edits/edit.js";
import { editModel } from "../edits/edit-model.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Communication } from "./communication.js";

/** A creator's messages with a brand, the newest first. */
export async function recentCommunications(
  db: Connection,
  { keys }: Pick<Creator, "keys">,
  { brandId, limit, slugOf }: { brandId?: string; limit: number; slugOf: (brandId: string) => string },
): Promise<Communication[]> {
  const found = await collectionOf(editModel(db))
    .find({
      keys: { $in: keys },
      "change.kind": "communication",
      undone: { $exists: false },
      ...(brandId === undefined ? {} : { brandId }),
    })
    .sort({ "change.when": -1, _id: -1 })
    .limit(limit)
    .toArray();
  return found.flatMap((edit) => communicationIn(edit, slugOf));
}

function communicationIn({ change, by, brandId }: Edit, slugOf: (brandId: string) => string): Communication[] {
  if (change.kind !== "communication") return [];
  const { channel, direction, text, when } = change;
  return [{ channel, direction, text, at: when, by, brand: slugOf(brandId) }];
}
