import { isDeepStrictEqual } from "node:util";
import type { AnyBulkWriteOperation, Collection, Filter } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { type Guarded, insertNew, writeBulk } from "../mongo/write-guarded.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { foldSnapshots } from "../snapshots/fold-snapshots.js";
import type { Snapshot } from "../snapshots/snapshot.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import type { BrandCreator } from "./brand-creator.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import type { ComputedCreator } from "./compute-creators.js";
import { countTotals } from "./count-totals.js";
import type { Creator } from "./creator.js";
import { creatorModel } from "./creator-model.js";
import type { Evidence } from "./gather-evidence.js";
import { presentCreator } from "./present-creator.js";
import { removeOrphans } from "./remove-orphans.js";
import type { SettleContext } from "./storing.js";

/**
 * Makes what is stored of some names what was computed of them, guarded by the `rev`s that were gathered.
 *
 * While links, snapshots, samples or videos are still to follow, the creators are marked stale: whoever meets them
 * computes them in full, and a crash in between is mended that way.
 *
 * @param repoint gives samples and videos to their creators once more, and answers how many moved: one that was stored
 *   while names changed hands went to whoever had the name before
 * @returns false when another writer was first
 */
export async function writeComputed(
  { db, brands, now }: SettleContext,
  gathered: Evidence,
  computed: readonly ComputedCreator[],
  repoint: () => Promise<number>,
): Promise<boolean> {
  const creators = collectionOf(creatorModel(db));
  const ids = computed.map(({ id }) => id);
  const totals = await countTotals(db, ids);
  const presented = computed.map((entry) => ({
    ...entry,
    ...presentCreator(entry.id, entry.state, totals.get(entry.id) ?? new Map(), brands, now),
  }));
  const known = presented.flatMap(({ stored, creator }) => (stored ? [{ stored, creator }] : []));
  const kept = new Set(known.map(({ stored }) => stored._id));
  const gone = gathered.creators.filter(({ _id }) => !kept.has(_id));
  const added = presented.flatMap(({ stored, creator }) => (stored ? [] : [creator]));

  const ofGone = new Set(gone.map(({ _id }) => _id));
  const isOfGone = ({ creatorId }: { creatorId: string }) => ofGone.has(creatorId);
  const links = changesOf<BrandCreator>(
    gathered.links.filter((link) => !isOfGone(link)),
    presented.flatMap((entry) => entry.links),
  );
  const snapshots = changesOf<Snapshot>(
    gathered.snapshots.filter((snapshot) => !isOfGone(snapshot)),
    presented.flatMap(({ id, sightings }) => foldSnapshots(id, sightings)),
  );
  const isRenamed = gone.length + added.length > 0 || known.some(hasOtherKeys);
  const isMore = isRenamed || links.size + snapshots.size > 0;
  const markOf = (each: Known) => (isMore ? { stale: true as const, ...releasedOf(each) } : {});

  const released = await releaseNames(db, known);
  if (released === undefined || !(await removeGone(db, gone, gathered))) return false;
  const revOf = ({ _id, rev }: Creator) => (released.has(_id) ? rev + 1 : rev);
  const replaces = known.map((each) => ({
    replaceOne: {
      filter: { _id: each.stored._id, rev: revOf(each.stored) },
      replacement: { ...each.creator, rev: revOf(each.stored) + 1, ...markOf(each) },
    },
  }));
  if ((await writeBulk(creators, replaces)) < replaces.length) return false;
  const inserts = added.map((creator) => ({ ...creator, rev: 1, ...(isMore ? { stale: true as const } : {}) }));
  if ((await insertNew(creators, inserts)).length > 0) return false;
  if (!isMore) return true;

  if (!(await applyChanges(collectionOf(brandCreatorModel(db)), links))) return false;
  if (!(await applyChanges(collectionOf(snapshotModel(db)), snapshots))) return false;
  if (isRenamed && (await repoint()) > 0) return false;
  const settled = [
    ...known.map(({ stored }) => ({ _id: stored._id, rev: revOf(stored) + 1 })),
    ...added.map(({ _id }) => ({ _id, rev: 1 })),
  ].map((filter) => ({
    updateOne: { filter, update: { $unset: { stale: "" as const, released: "" as const }, $inc: { rev: 1 } } },
  }));
  return (await writeBulk(creators, settled)) === settled.length;
}

interface Known {
  stored: Creator;
  creator: Omit<Creator, "rev">;
}

function hasOtherKeys({ stored, creator }: Known): boolean {
  return stored.keys.length !== creator.keys.length || lostKeys({ stored, creator }).length > 0;
}

const lostKeys = ({ stored, creator }: Known) => stored.keys.filter((key) => !creator.keys.includes(key));

/** Names that others are still to get: until they have, whoever goes on after a crash finds them by this. */
function releasedOf(each: Known): { released?: CreatorKey[] } {
  const released = [...new Set([...(each.stored.released ?? []), ...lostKeys(each)])];
  return released.length === 0 ? {} : { released };
}

/**
 * Takes from creators the names that they have no more, so that others can have them. One that has lost only such
 * names keeps at least one: it is known by it.
 *
 * @returns the creators that were written, or `undefined` when another writer was first
 */
async function releaseNames(db: Connection, known: readonly Known[]): Promise<ReadonlySet<string> | undefined> {
  const losing = known.filter(
    (each) =>
      lostKeys(each).length > 0 ||
      (each.stored.tiktokUserId ?? each.creator.tiktokUserId) !== each.creator.tiktokUserId,
  );
  const operations = losing.map(({ stored, creator }) => ({
    updateOne: {
      filter: { _id: stored._id, rev: stored.rev },
      update: {
        $set: {
          keys: stored.keys.filter((key) => creator.keys.includes(key)),
          stale: true as const,
          ...releasedOf({ stored, creator }),
        },
        $unset: { tiktokUserId: "" as const },
        $inc: { rev: 1 },
      },
    },
  }));
  if ((await writeBulk(collectionOf(creatorModel(db)), operations)) < operations.length) return undefined;
  return new Set(losing.map(({ stored }) => stored._id));
}

/** Removes creators that nothing supports any more, or that became one with others; what hangs on them goes first. */
async function removeGone(
  db: Connection,
  gone: readonly Creator[],
  { links, snapshots }: Pick<Evidence, "links" | "snapshots">,
): Promise<boolean> {
  const ids = new Set(gone.map(({ _id }) => _id));
  const removals = <D extends Guarded>(documents: readonly D[]): AnyBulkWriteOperation<D>[] =>
    documents.map(({ _id, rev }) => ({ deleteOne: { filter: { _id, rev } as Filter<D> } }));
  const ofGone = <D extends { creatorId: string }>(documents: readonly D[]) =>
    documents.filter(({ creatorId }) => ids.has(creatorId));
  const [oldLinks, oldSnapshots] = [removals(ofGone(links)), removals(ofGone(snapshots))];
  const counts = await Promise.all([
    writeBulk(collectionOf(brandCreatorModel(db)), oldLinks),
    writeBulk(collectionOf(snapshotModel(db)), oldSnapshots),
  ]);
  if (counts[0] < oldLinks.length || counts[1] < oldSnapshots.length) return false;
  if ((await writeBulk(collectionOf(creatorModel(db)), removals(gone))) < gone.length) return false;
  return removeOrphans(db, [...ids]);
}

interface Changes<D extends Guarded> {
  operations: AnyBulkWriteOperation<D>[];
  inserts: D[];
  size: number;
}

/** What makes the documents that were gathered the ones that were computed. */
function changesOf<D extends Guarded>(before: readonly D[], after: readonly Omit<D, "rev">[]): Changes<D> {
  const stored = new Map(before.map((document) => [document._id, document]));
  const next = new Map(after.map((document) => [(document as D)._id, document]));
  const operations: AnyBulkWriteOperation<D>[] = [];
  for (const [_id, old] of stored) {
    const filter = { _id, rev: old.rev } as Filter<D>;
    const document = next.get(_id);
    if (document === undefined) operations.push({ deleteOne: { filter } });
    else if (!isSame(old, document)) {
      operations.push({ replaceOne: { filter, replacement: { ...document, rev: old.rev + 1 } as never } });
    }
  }
  const fresh = after.filter((document) => !stored.has((document as D)._id));
  const inserts = fresh.map((document) => ({ ...document, rev: 1 }) as unknown as D);
  return { operations, inserts, size: operations.length + inserts.length };
}

/** Answers false when another writer was first. */
async function applyChanges<D extends Guarded>(
  collection: Collection<D>,
  { operations, inserts }: Changes<D>,
): Promise<boolean> {
  if ((await writeBulk(collection, operations)) < operations.length) return false;
  return (await insertNew(collection, inserts)).length === 0;
}

/** Whether a computed document says what the stored one says, bookkeeping aside. */
function isSame<D extends Guarded>(stored: D, next: Omit<D, "rev">): boolean {
  return isDeepStrictEqual({ ...stored, updatedAt: null, rev: 0 }, { ...next, updatedAt: null, rev: 0 });
}
