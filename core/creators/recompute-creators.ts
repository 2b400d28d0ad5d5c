import { isDeepStrictEqual } from "node:util";
import type { AnyBulkWriteOperation, Collection, Filter } from "mongodb";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { type Guarded, insertNew, writeBulk } from "../mongo/write-guarded.js";
import { sampleModel } from "../samples/sample-model.js";
import { type CreatorKey, handleOf } from "../sightings/sighting.js";
import { countSnapshots } from "../snapshots/count-snapshots.js";
import { foldSnapshots } from "../snapshots/fold-snapshots.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { videoModel } from "../videos/video-model.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import { type ComputedCreator, computeCreators } from "./compute-creators.js";
import { countTotals } from "./count-totals.js";
import type { Creator } from "./creator.js";
import { creatorModel } from "./creator-model.js";
import { type Evidence, gatherEvidence } from "./gather-evidence.js";
import type { Identities } from "./identity.js";
import { presentCreator } from "./present-creator.js";
import type { SettleContext } from "./storing.js";

/** Keys computed at a time: their whole history is in memory meanwhile. */
const GROUP = 1_000;
/** Races lost in a row before giving up. */
const MOST_TRIES = 30;

/**
 * Computes creators in full from sightings and edits, whatever is stored of them: who they are, their fields, links,
 * snapshots and totals. A creator that nothing supports any more is removed.
 *
 * Safe to repeat and to run beside other writers.
 *
 * @param options.report imports whose changes are told to `context.onChange`
 */
export async function recomputeCreators(
  context: SettleContext,
  keys: readonly CreatorKey[],
  options: { report?: ReadonlySet<number> } = {},
): Promise<void> {
  const distinct = [...new Set(keys)];
  for (let start = 0; start < distinct.length; start += GROUP) {
    const group = distinct.slice(start, start + GROUP);
    for (let tries = 0; !(await recomputeGroup(context, group, options.report ?? new Set())); tries += 1) {
      if (tries === MOST_TRIES) {
        throw new CrmError("conflict", `${group.length} creators changed under every attempt`, {
          say: "Others were changing the same creators all the time. Try again in a moment.",
        });
      }
    }
  }
}

/** Answers false when another writer was first and the group has to be computed again. */
async function recomputeGroup(
  context: SettleContext,
  keys: readonly CreatorKey[],
  report: ReadonlySet<number>,
): Promise<boolean> {
  const gathered = await gatherEvidence(context.db, keys);
  const { identities, computed } = computeCreators(gathered, report);
  await repointFacts(context, gathered.keys, identities, computed);
  const written = await write(context, gathered, computed);
  if (!written) return false;
  const stored = new Set(gathered.snapshots.map(({ _id }) => _id));
  for (const { id, sightings, changes } of computed) {
    const snapshots = changes.length === 0 ? [] : foldSnapshots(id, sightings);
    countSnapshots(changes, snapshots, new Set(snapshots.map(({ _id }) => _id).filter((_id) => !stored.has(_id))));
    for (const change of changes) context.onChange?.(change);
  }
  return true;
}

/** Samples and videos were seen under a handle: they go to whoever held it then. */
async function repointFacts(
  { db }: SettleContext,
  keys: ReadonlySet<CreatorKey>,
  identities: Identities,
  computed: readonly ComputedCreator[],
): Promise<void> {
  const idOf = new Map(computed.map(({ identity, id }) => [identity, id]));
  const moves = [...keys].flatMap((key) => {
    const handle = handleOf(key);
    return handle === undefined
      ? []
      : identities.tenuresOf(key).map(({ since, until, identity }) => {
          const creatorId = idOf.get(identity) ?? "";
          const asOf = {
            ...(since === undefined ? {} : { $gte: since }),
            ...(until === undefined ? {} : { $lt: until }),
          };
          const when = Object.keys(asOf).length === 0 ? {} : { asOf };
          return {
            filter: { handle, creatorId: { $ne: creatorId }, ...when },
            update: { $set: { creatorId }, $inc: { rev: 1 } },
          };
        });
  });
  if (moves.length === 0) return;
  const operations = moves.map((updateMany) => ({ updateMany }));
  await Promise.all([
    collectionOf(sampleModel(db)).bulkWrite(operations, { ordered: false }),
    collectionOf(videoModel(db)).bulkWrite(operations, { ordered: false }),
  ]);
}

/**
 * Writes guarded by the `rev`s that were gathered: what is gone first, so that its names are free, then the rest.
 * Where a record goes or comes beside others, these stay marked stale until all is written, so that a crash in between
 * is mended by whoever meets them.
 */
async function write(
  context: SettleContext,
  gathered: Evidence,
  computed: readonly ComputedCreator[],
): Promise<boolean> {
  const { db, brands, now } = context;
  const creators = collectionOf(creatorModel(db));
  const links = collectionOf(brandCreatorModel(db));
  const totals = await countTotals(
    db,
    computed.map(({ id }) => id),
  );
  const presented = computed.map((entry) => ({
    ...entry,
    ...presentCreator(entry.id, entry.state, totals.get(entry.id) ?? new Map(), brands, now),
  }));
  const kept = new Set(presented.flatMap(({ stored }) => stored?._id ?? []));
  const gone = gathered.creators.filter(({ _id }) => !kept.has(_id));
  const added = presented.filter(({ stored }) => stored === undefined);
  const givers = namesGivenAway(presented);
  const isMove = givers.size > 0 || (kept.size > 0 && gone.length + added.length > 0);

  const guard = ({ _id, rev }: { _id: string; rev: number }) => ({ _id, rev });
  const deletes = gone.map((creator) => ({ deleteOne: { filter: guard(creator) } }));
  if ((await writeBulk(creators, deletes)) < deletes.length) return false;

  const frees = presented.flatMap(({ stored }) => {
    const keys = stored && givers.get(stored._id);
    if (stored === undefined || keys === undefined) return [];
    const update = { $set: { keys, stale: true as const }, $unset: { tiktokUserId: "" as const }, $inc: { rev: 1 } };
    return [{ updateOne: { filter: guard(stored), update } }];
  });
  if ((await writeBulk(creators, frees)) < frees.length) return false;
  const freed = ({ _id, rev }: { _id: string; rev: number }) => ({ _id, rev: rev + (givers.has(_id) ? 1 : 0) });

  const replaces = presented.flatMap(({ stored, creator }) => {
    if (stored === undefined) return [];
    const filter = freed(stored);
    const replacement = { ...creator, rev: filter.rev + 1, ...(isMove ? { stale: true as const } : {}) };
    return [{ replaceOne: { filter, replacement } }];
  });
  if ((await writeBulk(creators, replaces)) < replaces.length) return false;
  const inserts = added.map(({ creator }) => ({ ...creator, rev: 1 }));
  if ((await insertNew(creators, inserts)).length > 0) return false;

  const allLinks = presented.flatMap((entry) => entry.links);
  const snapshots = presented.flatMap(({ id, sightings }) => foldSnapshots(id, sightings));
  if (!(await writeSet(links, gathered.links, allLinks))) return false;
  if (!(await writeSet(collectionOf(snapshotModel(db)), gathered.snapshots, snapshots))) return false;
  if (!isMove) return true;
  const settled = presented.flatMap(({ stored }) =>
    stored
      ? [
          {
            updateOne: {
              filter: { _id: stored._id, rev: freed(stored).rev + 1 },
              update: { $unset: { stale: "" as const }, $inc: { rev: 1 } },
            },
          },
        ]
      : [],
  );
  return (await writeBulk(creators, settled)) === settled.length;
}

/**
 * Records that hold a name which another record is to have, with the names that they keep: these give it away before
 * anything else is written, or two that swap names would stand in each other's way for ever.
 */
function namesGivenAway(
  presented: readonly { stored?: Creator; creator: Omit<Creator, "rev"> }[],
): Map<string, CreatorKey[]> {
  const heirs = new Map<CreatorKey, string>();
  for (const { creator } of presented) for (const key of creator.keys) heirs.set(key, creator._id);
  const givers = new Map<string, CreatorKey[]>();
  for (const { stored, creator } of presented) {
    if (stored === undefined) continue;
    const isGiven = stored.keys.some((key) => heirs.has(key) && heirs.get(key) !== stored._id);
    if (isGiven) givers.set(stored._id, stored.keys.filter((key) => creator.keys.includes(key)));
  }
  return givers;
}

/** Makes the documents of a collection what was computed: guarded by the `rev`s that were gathered. */
async function writeSet<D extends Guarded>(
  collection: Collection<D>,
  before: readonly D[],
  after: readonly Omit<D, "rev">[],
): Promise<boolean> {
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
  if ((await writeBulk(collection, operations)) < operations.length) return false;
  const fresh = after.filter((document) => !stored.has((document as D)._id));
  return (
    (
      await insertNew(
        collection,
        fresh.map((document) => ({ ...document, rev: 1 }) as unknown as D),
      )
    ).length === 0
  );
}

/** Whether a computed document says what the stored one says, bookkeeping aside. */
function isSame<D extends Guarded>(stored: D, next: Omit<D, "rev">): boolean {
  return isDeepStrictEqual({ ...stored, updatedAt: null, rev: 0 }, { ...next, updatedAt: null, rev: 0 });
}
