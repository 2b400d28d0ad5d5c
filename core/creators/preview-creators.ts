import { inBatches } from "../mongo/in-batches.js";
import { collectionOf } from "../mongo/model-of.js";
import { type CreatorKey, handleKey, isUserKey, type Sighting } from "../sightings/sighting.js";
import { countSnapshots } from "../snapshots/count-snapshots.js";
import { foldSnapshots } from "../snapshots/fold-snapshots.js";
import type { Snapshot } from "../snapshots/snapshot.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { computeCreators } from "./compute-creators.js";
import { creatorIdOf } from "./creator-id.js";
import { foldPending } from "./fold-pending.js";
import { type Evidence, gatherEvidence } from "./gather-evidence.js";
import { gatherOffered, type OfferedSightings } from "./offered-sightings.js";
import type { CreatorChange, PendingSightings, SettleContext } from "./storing.js";

/** Creators folded at a time, and keys computed in full at a time. */
const [GROUP, GROUP_IN_FULL] = [4_000, 1_000];

/** What settling these sightings would change, told to `context.onChange`; nothing is written. */
export async function previewCreators(context: SettleContext, offered: OfferedSightings): Promise<void> {
  const rest = new Set<CreatorKey>();
  // As they are settled: what is seen under a user id comes first.
  for (const isTheirTurn of [isUserKey, (key: CreatorKey) => !isUserKey(key)]) {
    if (![...offered.keys].some(isTheirTurn)) continue;
    const deferred = new Set(rest);
    for await (const sightings of offered.groups()) {
      const keys = [...sightings.keys()].filter(isTheirTurn);
      for (const group of inBatches(keys, GROUP)) {
        for (const key of await previewGroup(context, pendingOf(offered, sightings), group, deferred)) {
          rest.add(key);
          for (const { handle } of sightings.get(key)?.bindings ?? []) rest.add(handleKey(handle));
        }
      }
    }
  }
  await previewRest(context, offered, rest);
}

/** Whoever the file sights is pending; only the sightings of the group are at hand. */
function pendingOf({ keys }: OfferedSightings, sightings: ReadonlyMap<CreatorKey, Sighting>): PendingSightings {
  return {
    has: (key) => keys.has(key),
    get(key) {
      const sighting = sightings.get(key);
      return sighting && [sighting];
    },
  };
}

/** Answers the keys that have to be computed in full. */
async function previewGroup(
  context: SettleContext,
  pending: PendingSightings,
  keys: readonly CreatorKey[],
  deferred: ReadonlySet<CreatorKey>,
): Promise<CreatorKey[]> {
  const { folded, rest } = await foldPending(context, pending, keys, new Set(), deferred);
  await countNewSnapshots(context, folded, new Set());
  for (const { changes } of folded) for (const change of changes) context.onChange?.(change);
  return rest;
}

/** Computes in full, some keys at a time with everybody who is tied to them. */
async function previewRest(
  context: SettleContext,
  offered: OfferedSightings,
  rest: ReadonlySet<CreatorKey>,
): Promise<void> {
  const keys = [...rest];
  const done = new Set<CreatorKey>();
  for (const batch of inBatches(keys, GROUP_IN_FULL)) {
    const group = batch.filter((key) => !done.has(key));
    if (group.length === 0) continue;
    const { evidence, sightings } = await gatherAll(context, offered, group);
    for (const key of evidence.keys) done.add(key);
    await previewInFull(context, evidence, sightings, rest);
  }
}

/** What is stored and what the file says about some names and all that are tied to them. */
async function gatherAll(
  { db }: SettleContext,
  offered: OfferedSightings,
  keys: readonly CreatorKey[],
): Promise<{ evidence: Evidence; sightings: Sighting[] }> {
  const names = new Set(keys);
  for (;;) {
    const sightings = await gatherOffered(offered, names);
    const evidence = await gatherEvidence(db, [...names]);
    if (evidence.keys.size === names.size) return { evidence, sightings };
    for (const key of evidence.keys) names.add(key);
  }
}

async function previewInFull(
  context: SettleContext,
  evidence: Evidence,
  offered: readonly Sighting[],
  rest: ReadonlySet<CreatorKey>,
): Promise<void> {
  const sightings = [...evidence.sightings, ...offered];
  const { computed } = computeCreators({ ...evidence, sightings }, new Set(offered.map(({ seq }) => seq)));
  const entries = computed.map((entry) => ({ ...entry, snapshots: foldSnapshots(entry.id, entry.sightings) }));
  await countNewSnapshots(context, entries, snapshotsOfFolded(evidence, offered, rest));
  for (const { changes } of computed) {
    // The others have been folded and told.
    for (const change of changes) if (rest.has(change.key)) context.onChange?.(change);
  }
}

/** Ids of snapshots that were counted when their sighting was folded: they would be stored by now. */
function snapshotsOfFolded(
  { creators }: Evidence,
  offered: readonly Sighting[],
  rest: ReadonlySet<CreatorKey>,
): Set<string> {
  const folded = offered.filter(({ key }) => !rest.has(key));
  const idOf = (key: CreatorKey) => creators.find(({ keys }) => keys.includes(key))?._id ?? creatorIdOf(key);
  return new Set(folded.flatMap((sighting) => foldSnapshots(idOf(sighting.key), [sighting]).map(({ _id }) => _id)));
}

/** @param counted ids that are counted already, though they are not stored */
async function countNewSnapshots(
  { db }: SettleContext,
  entries: readonly { changes: CreatorChange[]; sightings: readonly Sighting[]; snapshots: Omit<Snapshot, "rev">[] }[],
  counted: ReadonlySet<string>,
): Promise<void> {
  const ids = entries.flatMap(({ snapshots }) => snapshots.map(({ _id }) => _id));
  if (ids.length === 0) return;
  const stored = await collectionOf(snapshotModel(db))
    .find({ _id: { $in: ids } })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  const known = new Set(stored.map(({ _id }) => _id));
  const added = new Set(ids.filter((id) => !known.has(id) && !counted.has(id)));
  for (const { changes, ...given } of entries) countSnapshots(changes, { ...given, added });
}
