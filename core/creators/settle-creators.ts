import { isDeepStrictEqual } from "node:util";
import type { AnyBulkWriteOperation } from "mongodb";
import { collectionOf } from "../mongo/model-of.js";
import { insertNew, writeBulk } from "../mongo/write-guarded.js";
import type { CreatorKey, Sighting } from "../sightings/sighting.js";
import { sightingModel } from "../sightings/sighting-model.js";
import { countSnapshots } from "../snapshots/count-snapshots.js";
import { joinSnapshots } from "../snapshots/join-snapshots.js";
import type { BrandCreator } from "./brand-creator.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import type { Creator } from "./creator.js";
import { creatorModel } from "./creator-model.js";
import { type FoldedCreator, foldPending } from "./fold-pending.js";
import { recomputeCreators } from "./recompute-creators.js";
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
  const keys = [...sighted];
  const rest: CreatorKey[] = [...recount].filter((key) => !sighted.has(key));
  let next = 0;
  const worker = async () => {
    while (next < keys.length) {
      const group = keys.slice(next, next + GROUP);
      next += GROUP;
      const pending = await readPending(context, group, seqs);
      rest.push(...(await settleGroup(context, pending, group, recount)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await recomputeCreators(context, rest, { report: new Set(seqs) });
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
  recount: ReadonlySet<CreatorKey>,
): Promise<CreatorKey[]> {
  const { folded, rest } = await foldPending(context, pending, keys, recount);
  const lost = await store(context, folded);
  for (const { key, changes } of folded) if (!lost.has(key)) for (const change of changes) context.onChange?.(change);
  return [...rest, ...lost];
}

/** Writes what was settled where nothing changed meanwhile; answers the keys of the others. */
async function store({ db }: SettleContext, settled: readonly FoldedCreator[]): Promise<Set<CreatorKey>> {
  const creators = collectionOf(creatorModel(db));
  const links = collectionOf(brandCreatorModel(db));
  const keyOf = new Map(settled.map(({ key, creator }) => [creator._id, key]));
  const newCreators: Creator[] = [];
  const newLinks: BrandCreator[] = [];
  const creatorWrites: AnyBulkWriteOperation<Creator>[] = [];
  const linkWrites: AnyBulkWriteOperation<BrandCreator>[] = [];
  const known: CreatorKey[] = [];

  for (const { key, creator, links: ofCreator, before } of settled) {
    if (before === undefined) newCreators.push({ ...creator, rev: 1 });
    else {
      known.push(key);
      const write = replacement(before.creator, creator);
      if (write) creatorWrites.push(write);
    }
    for (const link of ofCreator) {
      const stored = before?.links.get(link._id);
      if (stored === undefined) newLinks.push({ ...link, rev: 1 });
      else {
        const write = replacement(stored, link);
        if (write) linkWrites.push(write);
      }
    }
  }
  const lost = new Set<CreatorKey>();
  const lose = (id: string | undefined) => {
    const key = id === undefined ? undefined : keyOf.get(id);
    if (key !== undefined) lost.add(key);
  };
  const [creatorsTaken, creatorsWritten] = await Promise.all([
    insertNew(creators, newCreators),
    writeBulk(creators, creatorWrites),
  ]);
  for (const id of creatorsTaken) lose(id);
  const creatorOfLink = new Map(newLinks.map(({ _id, creatorId }) => [_id, creatorId]));
  const [linksTaken, linksWritten, addedSnapshots] = await Promise.all([
    insertNew(
      links,
      newLinks.filter(({ creatorId }) => !lost.has(keyOf.get(creatorId) ?? "")),
    ),
    writeBulk(links, linkWrites),
    joinSnapshots(
      db,
      settled.filter(({ key }) => !lost.has(key)).flatMap(({ snapshots }) => snapshots),
    ),
  ]);
  for (const entry of settled) countSnapshots(entry.changes, entry.snapshots, addedSnapshots);
  for (const id of linksTaken) lose(creatorOfLink.get(id));
  if (creatorsWritten < creatorWrites.length || linksWritten < linkWrites.length)
    for (const key of known) lost.add(key);
  return lost;
}

/** A write of what differs from the stored document, guarded by its `rev`; nothing where nothing differs. */
function replacement<D extends { _id: string; rev: number; updatedAt: Date }>(
  stored: D,
  next: Omit<D, "rev">,
): AnyBulkWriteOperation<D> | undefined {
  if (isDeepStrictEqual({ ...stored, updatedAt: null, rev: 0 }, { ...next, updatedAt: null, rev: 0 })) return undefined;
  const filter = { _id: stored._id, rev: stored.rev } as never;
  return { replaceOne: { filter, replacement: { ...next, rev: stored.rev + 1 } as never } };
}
