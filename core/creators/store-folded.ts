import type { AnyBulkWriteOperation } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { differenceOf, insertNew, writeBulk } from "../mongo/write-guarded.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { countSnapshots } from "../snapshots/count-snapshots.js";
import { joinSnapshots } from "../snapshots/join-snapshots.js";
import type { BrandCreator } from "./brand-creator.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import type { Creator } from "./creator.js";
import { creatorModel } from "./creator-model.js";
import type { FoldedCreator } from "./fold-pending.js";
import { removeOrphans } from "./remove-orphans.js";
import type { SettleContext } from "./storing.js";

/**
 * Writes what was settled where nothing changed meanwhile; answers the keys of the others.
 *
 * A creator that is there is written after its links and snapshots: its `rev` says that they are in place, and whoever
 * folds into them meanwhile loses it or makes this one lose. A new creator comes before them, so that a crash leaves
 * no links of nobody; until they are there, its `brandIds` give it away.
 */
export async function storeFolded({ db }: SettleContext, settled: readonly FoldedCreator[]): Promise<Set<CreatorKey>> {
  const creators = collectionOf(creatorModel(db));
  const lost = new Set<CreatorKey>();
  const keyOf = new Map(settled.map(({ key, creator }) => [creator._id, key]));
  const lose = (ids: readonly string[]) => {
    for (const id of ids) lost.add(keyOf.get(id) ?? "");
  };
  const fresh = settled.filter(({ before }) => before === undefined);
  lose(
    await insertNew(
      creators,
      fresh.map(({ creator }) => ({ ...creator, rev: 1 })),
    ),
  );

  const kept = settled.filter(({ key }) => !lost.has(key));
  const [links, added] = await Promise.all([
    storeLinks(db, kept),
    joinSnapshots(
      db,
      kept.flatMap(({ snapshots }) => snapshots),
    ),
  ]);
  for (const { changes, ...given } of kept) countSnapshots(changes, { ...given, added });
  lose(links.lost);

  const known = kept.filter(({ before, key }) => before !== undefined && !lost.has(key));
  const writes = known.flatMap((entry) => creatorWrite(entry, links.written) ?? []);
  const newIds = fresh.flatMap(({ key, creator }) => (lost.has(key) ? [] : [creator._id]));
  const [written, changed] = await Promise.all([writeBulk(creators, writes), changedSince(db, newIds)]);
  if (written < writes.length) lose(known.map(({ creator }) => creator._id));
  lose(changed);
  await removeOrphans(
    db,
    settled.flatMap(({ key, creator }) => (lost.has(key) ? [creator._id] : [])),
  );
  return lost;
}

/** Answers the creators whose links were written, and those for which another writer was first. */
async function storeLinks(
  db: Connection,
  settled: readonly FoldedCreator[],
): Promise<{ written: ReadonlySet<string>; lost: string[] }> {
  const links = collectionOf(brandCreatorModel(db));
  const inserts: BrandCreator[] = [];
  const writes: AnyBulkWriteOperation<BrandCreator>[] = [];
  const written = new Set<string>();
  for (const { links: ofCreator, before } of settled) {
    for (const link of ofCreator) {
      const stored = before?.links.get(link._id);
      const write = stored && replacement(stored, link);
      if (stored === undefined) inserts.push({ ...link, rev: 1 });
      else if (write) writes.push(write);
      else continue;
      written.add(link.creatorId);
    }
  }
  const creatorOf = new Map(inserts.map(({ _id, creatorId }) => [_id, creatorId]));
  const [taken, count] = await Promise.all([insertNew(links, inserts), writeBulk(links, writes)]);
  const known = settled.flatMap(({ before, creator }) => (before === undefined ? [] : [creator._id]));
  return {
    written,
    lost: [...taken.flatMap((id) => creatorOf.get(id) ?? []), ...(count < writes.length ? known : [])],
  };
}

/** The write that makes a known creator's links and snapshots count; nothing where nothing was written of it. */
function creatorWrite(
  { creator, before, snapshots }: FoldedCreator,
  linked: ReadonlySet<string>,
): AnyBulkWriteOperation<Creator> | undefined {
  if (before === undefined) return undefined;
  const write = replacement(before.creator, creator);
  if (write !== undefined || (!linked.has(creator._id) && snapshots.length === 0)) return write;
  const { _id, rev } = before.creator;
  return { updateOne: { filter: { _id, rev }, update: { $inc: { rev: 1 } } } };
}

/** Which of the creators that were just inserted another writer has changed or removed since. */
async function changedSince(db: Connection, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await collectionOf(creatorModel(db))
    .find({ _id: { $in: [...ids] }, rev: 1 })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  const same = new Set(found.map(({ _id }) => _id));
  return ids.filter((id) => !same.has(id));
}

/** What is stored beside the fields that people see: where values are from, and what they are counted from. */
const UNSEEN: ReadonlySet<string> = new Set(["rev", "updatedAt", "values", "figures", "seenSince", "firstAt"]);

/**
 * A write of what differs from the stored document, guarded by its `rev`; nothing where nothing differs. One that
 * people see no difference in is no update to them: `updatedAt` stays, and with it every index.
 */
function replacement<D extends { _id: string; rev: number; updatedAt: Date }>(
  stored: D,
  next: Omit<D, "rev">,
): AnyBulkWriteOperation<D> | undefined {
  const { $set = {}, $unset = {} } = differenceOf<D>(stored, next);
  const names = Object.keys({ ...$set, ...$unset });
  if (names.every((name) => name === "rev" || name === "updatedAt")) return undefined;
  const { updatedAt: _, ...unseen } = $set as { updatedAt?: Date };
  const set = names.every((name) => UNSEEN.has(name)) ? unseen : $set;
  const update = { $set: set, ...(Object.keys($unset).length === 0 ? {} : { $unset }) };
  return { updateOne: { filter: { _id: stored._id, rev: stored.rev }, update } } as AnyBulkWriteOperation<D>;
}
