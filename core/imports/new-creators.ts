import type { Connection } from "mongoose";
import type { Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { sightingModel } from "../sightings/sighting-model.js";

/** Sightings looked at in one go. */
const BATCH = 1_000;

export interface NewCreators {
  ids: string[];
  /** Where the next page begins; absent on the last one. */
  next?: string;
}

/** A new creator, and the first sighting of it: that is its place. */
interface Place {
  id: string;
  at: string;
}

/**
 * A page of the creators that some imports were the first to name: those whom no earlier import had seen.
 *
 * @param after `next` of the page before
 */
export async function newCreatorsOf(
  db: Connection,
  seqs: readonly number[],
  { limit, after = "" }: { limit: number; after?: string },
): Promise<NewCreators> {
  const found: Place[] = [];
  let read = after;
  while (found.length <= limit) {
    const sightings = await collectionOf(sightingModel(db))
      .find({ seq: { $in: [...seqs] }, _id: { $gt: read } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .project<Seen>({ key: 1 })
      .toArray();
    const last = sightings.at(-1);
    if (last === undefined) break;
    read = last._id;
    found.push(...(await newAmong(db, seqs, sightings)));
  }
  const shown = found.slice(0, limit);
  const next = found.length > limit ? shown.at(-1)?.at : undefined;
  return { ids: shown.map(({ id }) => id), ...(next === undefined ? {} : { next }) };
}

interface Seen {
  _id: string;
  key: string;
}

/** The new creators whose first sighting is among these: seen under two names, a creator has one place all the same. */
async function newAmong(db: Connection, seqs: readonly number[], among: readonly Seen[]): Promise<Place[]> {
  const creators = await collectionOf(creatorModel(db))
    .find({ keys: { $in: among.map(({ key }) => key) } })
    .project<Pick<Creator, "_id" | "keys">>({ keys: 1 })
    .toArray();
  const keys = { $in: creators.flatMap((creator) => creator.keys) };
  const sightings = collectionOf(sightingModel(db));
  const earlier = new Set(await sightings.distinct("key", { key: keys, seq: { $lt: Math.min(...seqs) } }));
  const own = sightings
    .find({ key: keys, seq: { $in: [...seqs] } })
    .sort({ _id: 1 })
    .project<Seen>({ key: 1 });
  const holders = new Map(creators.flatMap((creator) => creator.keys.map((key) => [key, creator] as const)));
  const first = new Map<string, string>();
  for await (const { _id, key } of own) {
    const id = holders.get(key)?._id;
    if (id !== undefined && !first.has(id)) first.set(id, _id);
  }
  const here = new Set(among.map(({ _id }) => _id));
  return creators
    .filter(({ keys }) => !keys.some((key) => earlier.has(key)))
    .flatMap(({ _id: id }): Place[] => {
      const at = first.get(id);
      return at !== undefined && here.has(at) ? [{ id, at }] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
