import { collectionOf } from "../mongo/model-of.js";
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
  const keys = [...pending.keys()];
  for (let start = 0; start < keys.length; start += GROUP) {
    const { folded, rest } = await foldPending(context, pending, keys.slice(start, start + GROUP), new Set());
    await countNewSnapshots(context, folded);
    for (const { changes } of folded) for (const change of changes) context.onChange?.(change);
    if (rest.length > 0) await previewInFull(context, pending, rest);
  }
}

async function previewInFull(
  context: SettleContext,
  pending: PendingSightings,
  keys: readonly string[],
): Promise<void> {
  const offered = keys.flatMap((key) => pending.get(key) ?? []);
  const bound = offered.flatMap(({ bindings = [] }) => bindings.map(({ handle }) => `@${handle}`));
  const evidence = await gatherEvidence(context.db, [...keys, ...bound]);
  evidence.sightings.push(...offered);
  const { computed } = computeCreators(evidence, new Set(offered.map(({ seq }) => seq)));
  const entries = computed.map(({ id, sightings, changes }) => ({ changes, snapshots: foldSnapshots(id, sightings) }));
  await countNewSnapshots(context, entries);
  for (const { changes } of computed) for (const change of changes) context.onChange?.(change);
}

async function countNewSnapshots(
  { db }: SettleContext,
  entries: readonly { changes: CreatorChange[]; snapshots: Omit<Snapshot, "rev">[] }[],
): Promise<void> {
  const ids = entries.flatMap(({ snapshots }) => snapshots.map(({ _id }) => _id));
  if (ids.length === 0) return;
  const stored = await collectionOf(snapshotModel(db))
    .find({ _id: { $in: ids } })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  const known = new Set(stored.map(({ _id }) => _id));
  const added = new Set(ids.filter((id) => !known.has(id)));
  for (const { changes, snapshots } of entries) countSnapshots(changes, snapshots, added);
}
