import type { Connection } from "mongoose";
import type { Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { sightingModel } from "../sightings/sighting-model.js";

/** Sightings looked at in one go. */
const BATCH = 1_000;

export interface NewCreators {
  ids: string[];
  /** Whether there are more than these. */
  more: boolean;
}

/** The first creators that some imports were the first to name: those whom no earlier import had seen. */
export async function newCreatorsOf(
  db: Connection,
  seqs: readonly number[],
  { limit }: { limit: number },
): Promise<NewCreators> {
  const ids = new Set<string>();
  let after = "";
  while (ids.size <= limit) {
    const sightings = await collectionOf(sightingModel(db))
      .find({ seq: { $in: [...seqs] }, _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .project<{ _id: string; key: string }>({ key: 1 })
      .toArray();
    const last = sightings.at(-1);
    if (last === undefined) break;
    after = last._id;
    for (const id of await newAmong(
      db,
      seqs,
      sightings.map(({ key }) => key),
    ))
      ids.add(id);
  }
  return { ids: [...ids].slice(0, limit), more: ids.size > limit };
}

async function newAmong(db: Connection, seqs: readonly number[], keys: readonly string[]): Promise<string[]> {
  const creators = await collectionOf(creatorModel(db))
    .find({ keys: { $in: [...keys] } })
    .project<Pick<Creator, "_id" | "keys">>({ keys: 1 })
    .toArray();
  const earlier = { key: { $in: creators.flatMap((creator) => creator.keys) }, seq: { $lt: Math.min(...seqs) } };
  const seen = new Set(await collectionOf(sightingModel(db)).distinct("key", earlier));
  return creators.filter((creator) => !creator.keys.some((key) => seen.has(key))).map(({ _id }) => _id);
}
