import type { AnyBulkWriteOperation } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { differenceOf, insertNew, writeBulk } from "../mongo/write-guarded.js";
import { type CreatorKey, handleKey, type Sighting, sightingId, userIdOf } from "../sightings/sighting.js";
import { sightingModel } from "../sightings/sighting-model.js";
import { countSnapshots } from "../snapshots/count-snapshots.js";
import { joinSnapshots } from "../snapshots/join-snapshots.js";
import type { BrandCreator } from "./brand-creator.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import type { Creator } from "./creator.js";
import { creatorModel } from "./creator-model.js";
import { type FoldedCreator, foldPending } from "./fold-pending.js";
import { recomputeCreators } from "./recompute-creators.js";
import { removeOrphans } from "./remove-orphans.js";
import type { PendingSightings, SettleContext } from "./storing.js";

/** Creators read, decided and written at a time: a few requests for each such group, never one for each creator. */
const GROUP = 2_000;
/** Groups under way at once: while the database works on one, another is being computed. */
const AT_ONCE = 2;

/** Creators to bring up to what some imports have said of them. */
export interface Unsettled {
  /** Keys that the imports have sighted. */
  sighted: ReadonlySet<CreatorKey>;
  /** Keys whose samples or videos changed: their totals are counted anew. */
  recount: ReadonlySet<CreatorKey>;
  /** The imports: their sightings are stored, and not yet in their creators. */
  seqs: readonly number[];
}

/**
 * Brings creators up to what imports have said, by folding their sightings into what is stored.
 *
 * A creator that was marked stale, whose identity the sightings may change, or that another writer changed meanwhile is
 * computed in full instead. Safe to repeat and to run beside other writers.
 */
export async function settleCreators(context: SettleContext, { sighted, recount, seqs }: Unsettled): Promise<void> {
  const rest = new Set([...recount].filter((key) => !sighted.has(key)));
  // What is seen under a user id may change whom a handle means, so it comes first.
  for (const keys of [[...sighted].filter(isUserKey), [...sighted].filter((key) => !isUserKey(key))]) {
    const deferred = new Set(rest);
    let next = 0;
    const worker = async () => {
      while (next < keys.length) {
        const group = keys.slice(next, next + GROUP);
        next += GROUP;
        const pending = await readPending(context, group, seqs);
        for (const key of await settleGroup(context, pending, group, { recount, deferred })) {
          rest.add(key);
          for (const { handle } of pending.get(key)?.flatMap(({ bindings = [] }) => bindings) ?? [])
            rest.add(handleKey(handle));
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
  await recomputeCreators(tellingOnce(context, rest), [...rest], { report: new Set(seqs) });
}

const isUserKey = (key: CreatorKey) => userIdOf(key) !== undefined;

/** Computing one creator in full meets sightings that were folded already, or that another group has told. */
function tellingOnce(context: SettleContext, keys: ReadonlySet<CreatorKey>): SettleContext {
  const told = new Set<string>();
  return {
    ...context,
    onChange(change) {
      const id = sightingId(change.seq, change.key);
      if (!keys.has(change.key) || told.has(id)) return;
      told.add(id);
      context.onChange?.(change);
    },
  };
}

async function readPending(
  { db }: SettleContext,
  keys: readonly CreatorKey[],
  seqs: readonly number[],
): Promise<PendingSightings> {
  const pending = new Map<CreatorKey, Sighting[]>(keys.map((key) => [key, []]));
  const stored = collectionOf(sightingModel(db)).find({ key: { $in: [...keys] }, seq: { $in: [...seqs] } });
  for await (const sighting of stored) pending.get(sighting.key)?.push(sighting);
  return pending;
}

/** Answers the keys that have to be computed in full. */
async function settleGroup(
  context: SettleContext,
  pending: PendingSightings,
  keys: readonly CreatorKey[],
  { recount, deferred }: { recount: ReadonlySet<CreatorKey>; deferred: ReadonlySet<CreatorKey> },
): Promise<CreatorKey[]> {
  const { folded, rest } = await foldPending(context, pending, keys, recount, deferred);
  const lost = await store(context, folded);
  for (const { key, changes } of folded) if (!lost.has(key)) for (const change of changes) context.onChange?.(change);
  return [...rest, ...lost];
}

/**
 * Writes what was settled where nothing changed meanwhile; answers the keys of the others.
 *
 * A creator that is there is written after its links and snapshots: its `rev` says that they are in place, and whoever
 * folds into them meanwhile loses it or makes this one lose. A new creator comes before them, so that a crash leaves
 * no links of nobody; until they are there, its `brandIds` give it away.
 */
async function store({ db }: SettleContext, settled: readonly FoldedCreator[]): Promise<Set<CreatorKey>> {
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
