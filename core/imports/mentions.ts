import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { sightingModel } from "../sightings/sighting-model.js";
import { mentionModel } from "./mention-model.js";

/** Remembers of whom an import spoke, before it is taken back; within MongoDB, and again does no harm. */
export async function noteMentions(db: Connection, seq: number): Promise<void> {
  const into = collectionOf(mentionModel(db)).collectionName;
  await collectionOf(sightingModel(db))
    .aggregate([
      { $match: { seq } },
      { $project: { seq: 1, key: 1 } },
      { $merge: { into, on: "_id", whenMatched: "keepExisting" } },
    ])
    .toArray();
}
