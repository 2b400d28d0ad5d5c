import { collectionOf } from "../mongo/model-of.js";
import { type CreatorKey, handleKey, type Sighting, userIdOf } from "../sightings/sighting.js";
import { countSnapshots } from "../snapshots/count-snapshots.js";
import { foldSnapshots } from "../snapshots/fold-snapshots.js";
import type { Snapshot } from "../snapshots/snapshot.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { computeCreators } from "./compute-creators.js";
import { foldPending } from "./fold-pending.js";
import { gatherEvidence } from "./gather-evidence.js";
import type { CreatorChange, PendingSightings, SettleContext } from "./storing.js";

const GROUP = 4_000;

/** What settling these sightings would change, told to `context.onChange`; nothing is written. */
export async function previewCreators(context: SettleContext, pending: PendingSightings): Promise<void> {
  const rest = new Set<CreatorKey>();
  const counted = new Set<string>();
  const isUserKey = (key: CreatorKey) => userIdOf(key) !== undefined;
  // As they are settled: what is seen under a user id comes first.
  for (const keys of [[...pending.keys()].filter(isUserKey), [...pending.keys()].filter((key) => !isUserKey(key))]) {
    const deferred = new Set(rest);
    for (let start = 0; start < keys.length; start += GROUP) {
      const group = keys.slice(start, start + GROUP);
      const preview = await foldPending(context, pending, group, new Set(), deferred);
      await countNewSnapshots(context, preview.folded, counted);
      for (const { changes } of preview.folded) for (const change of changes) context.onChange?.(change);
      for (const key of preview.rest) {
        rest.add(key);
        for (const { bindings = [] } of pending.get(key) ?? [])
          for (const { handle } of bindings) rest.add(handleKey(handle));
      }
    }
  }
  if (rest.size > 0) await previewInFull(context, pending, [...rest], counted);
}

async function previewInFull(
  context: SettleContext,
  pending: PendingSightings,
  keys: readonly CreatorKey[],
  counted: Set<string>,
): Promise<void> {
  const offered = keys.flatMap((key) => pending.get(key) ?? []);
  const evidence = await gatherEvidence(context.db, keys);
  evidence.sightings.push(...offered);
  const { computed } = computeCreators(evidence, new Set(offered.map(({ seq }) => seq)));
  const entries = computed.map(({ id, sightings, changes }) => ({
    changes,
    sightings,
    snapshots: foldSnapshots(id, sightings),
  }));
  await countNewSnapshots(context, entries, counted);
  for (const { changes } of computed) for (const change of changes) context.onChange?.(change);
}

/** @param counted ids that an earlier group has counted: they are there when the next group is written */
async function countNewSnapshots(
  { db }: SettleContext,
  entries: readonly { changes: CreatorChange[]; sightings: readonly Sighting[]; snapshots: Omit<Snapshot, "rev">[] }[],
  counted: Set<string>,
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
  for (const id of added) counted.add(id);
}
