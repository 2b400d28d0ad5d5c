import type { ClientSession } from "mongodb";
import type { Connection } from "mongoose";
import { creatorModel } from "../creators/creator-model.js";
import { inTransaction } from "../mongo/in-transaction.js";
import { collectionOf } from "../mongo/model-of.js";
import { foldSightings, unfolded } from "../sightings/fold-sightings.js";
import { type CreatorKey, handleKey, handleOf, type Sighting, sightingId } from "../sightings/sighting.js";
import { sightingModel } from "../sightings/sighting-model.js";
import { importModel } from "./import-model.js";
import { mentionModel } from "./mention-model.js";
import { dropFile } from "./originals.js";
import { keptSince } from "./undo-days.js";

/** Keys folded at a time: all their sightings are in memory meanwhile. */
const BATCH = 1_000;

/**
 * Folds what imports have left that can be undone no more: their originals go (their hashes stay), and their sightings
 * are folded into one for each key, brand and source. No current value changes. Safe to repeat and to be cut off.
 *
 * @returns how many imports were folded
 */
export async function foldExpired(db: Connection, now: Date): Promise<number> {
  const imports = collectionOf(importModel(db));
  const before = await keptSince(db, now);
  const expired = await imports
    .find({ status: { $in: ["done", "undone"] }, acceptedAt: { $lt: before }, foldedAt: { $exists: false } })
    .sort({ seq: 1 })
    .toArray();
  for (const { _id, status, seq } of expired) {
    // From here on it cannot be undone: an undo that came first has changed the status.
    const { matchedCount } = await imports.updateOne({ _id, status }, { $set: { foldedAt: now } });
    if (matchedCount === 0) continue;
    await dropFile(db, _id, "original");
    await dropFile(db, _id, "rejected");
    if (seq !== undefined) await collectionOf(mentionModel(db)).deleteMany({ seq });
  }
  await foldLeftovers(db);
  return expired.length;
}

/** Folds the sightings of all imports that are marked as folded: also those that a cut-off run has left. */
async function foldLeftovers(db: Connection): Promise<void> {
  const sightings = collectionOf(sightingModel(db));
  const marked = await collectionOf(importModel(db))
    .find({ foldedAt: { $exists: true }, status: "done" })
    .project<{ seq: number }>({ seq: 1 })
    .toArray();
  const seqs = marked.map(({ seq }) => seq);
  const left = sightings.aggregate<{ _id: CreatorKey }>(
    [{ $match: { seq: { $in: seqs }, folded: { $exists: false } } }, { $group: { _id: "$key" } }],
    { allowDiskUse: true },
  );
  let keys: CreatorKey[] = [];
  for await (const { _id } of left) {
    keys.push(_id);
    if (keys.length < BATCH) continue;
    await foldKeys(db, keys, seqs);
    keys = [];
  }
  if (keys.length > 0) await foldKeys(db, keys, seqs);
}

/** In a transaction: sightings of somebody who is forgotten meanwhile do not come back as part of a whole. */
const foldKeys = (db: Connection, keys: readonly CreatorKey[], seqs: readonly number[]): Promise<void> =>
  inTransaction(db, (session) => foldIn(db, session, keys, seqs));

async function foldIn(
  db: Connection,
  session: ClientSession,
  keys: readonly CreatorKey[],
  seqs: readonly number[],
): Promise<void> {
  const collection = collectionOf(sightingModel(db));
  const contested = await keysWithSeveralHolders(db, keys);
  const groups = new Map<string, Sighting[]>();
  const stored = collection.find({ key: { $in: [...keys] }, seq: { $in: [...seqs] } }, { session });
  for await (const sighting of stored) {
    if (contested.has(sighting.key)) continue;
    const place = [sighting.key, sighting.brandId, sighting.source].join(" ");
    groups.set(place, [...(groups.get(place) ?? []), sighting]);
  }
  const operations = [...groups.values()].flatMap((group) => {
    const parts = [...new Map(group.flatMap(unfolded).map((part) => [part._id, part])).values()];
    const folded = foldSightings(parts);
    const [first] = folded;
    if (first === undefined) return [];
    const whole = standFor(folded, first);
    const gone = group.map(({ _id }) => _id).filter((_id) => _id !== whole._id);
    // The whole comes before its parts go: whoever reads in between sees some of them twice, which changes nothing.
    return [
      { replaceOne: { filter: { _id: whole._id }, replacement: whole, upsert: true } },
      { deleteMany: { filter: { _id: { $in: gone } } } },
    ];
  });
  if (operations.length > 0) await collection.bulkWrite(operations, { ordered: true, session });
}

/** The day decides whom these mean: sightings of different days may be of different creators, and stay apart. */
async function keysWithSeveralHolders(db: Connection, keys: readonly CreatorKey[]): Promise<Set<CreatorKey>> {
  const handles = keys.flatMap((key) => handleOf(key) ?? []);
  const contested = await collectionOf(creatorModel(db)).distinct("contested", { handles: { $in: handles } });
  return new Set(contested.flatMap((handle) => (handle === undefined ? [] : [handleKey(handle)])));
}

/** One document for several sightings of a key; the handles it was bound to stay findable. */
function standFor(folded: Sighting[], first: Sighting): Sighting {
  const bindings = folded.flatMap((part) => part.bindings ?? []);
  return {
    ...first,
    _id: `folded:${first.brandId}:${first.source}:${sightingId(first.seq, first.key)}`,
    fields: {},
    figures: {},
    ...(bindings.length > 0 ? { bindings } : {}),
    folded,
  };
}
