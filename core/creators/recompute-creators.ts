import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { inBatches } from "../mongo/in-batches.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { countSnapshots } from "../snapshots/count-snapshots.js";
import { foldSnapshots } from "../snapshots/fold-snapshots.js";
import { type ComputedCreator, computeCreators } from "./compute-creators.js";
import type { Creator } from "./creator.js";
import { gatherEvidence } from "./gather-evidence.js";
import { markStale } from "./mark-stale.js";
import { removeOrphans } from "./remove-orphans.js";
import { repointFacts } from "./repoint-facts.js";
import type { SettleContext } from "./storing.js";
import { writeComputed } from "./write-computed.js";

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
  for (const batch of inBatches(distinct, GROUP)) {
    let group = batch;
    for (let tries = 0; group.length > 0; tries += 1) {
      if (tries === MOST_TRIES) {
        throw new CrmError("conflict", `${group.length} creators changed under every attempt`, {
          say: "Others were changing the same creators all the time. Try again in a moment.",
        });
      }
      group = await recomputeGroup(context, group, options.report ?? new Set());
    }
  }
}

/** Answers the keys that have to be computed again, because another writer was first; none when it is done. */
async function recomputeGroup(
  context: SettleContext,
  keys: readonly CreatorKey[],
  report: ReadonlySet<number>,
): Promise<CreatorKey[]> {
  const { db } = context;
  const gathered = await gatherEvidence(db, keys);
  const { identities, computed } = computeCreators(gathered, report);
  if (takesAway(gathered.creators, computed) && (await markUnmarked(db, gathered.creators)) > 0) {
    return [...gathered.keys];
  }
  const repoint = () => repointFacts(db, gathered.keys, identities, computed);
  await repoint();
  if (!(await writeComputed(context, gathered, computed, repoint))) {
    await removeOrphans(
      db,
      computed.map(({ id }) => id),
    );
    return [...gathered.keys];
  }
  const stored = new Set(gathered.snapshots.map(({ _id }) => _id));
  for (const { id, sightings, changes } of computed) {
    const snapshots = changes.length === 0 ? [] : foldSnapshots(id, sightings);
    const added = new Set(snapshots.map(({ _id }) => _id).filter((_id) => !stored.has(_id)));
    countSnapshots(changes, { snapshots, sightings, added });
    for (const change of changes) context.onChange?.(change);
  }
  return [];
}

/**
 * Whether a creator loses something that was seen of it to another one. Then it is marked stale before its sightings
 * are read: an import that adds to it meanwhile, and finds nothing to write, would raise no `rev`.
 */
function takesAway(creators: readonly Creator[], computed: readonly ComputedCreator[]): boolean {
  return creators.some(({ keys, contested = [] }) => {
    const home = computed.find(({ identity }) => keys.every((key) => identity.keys.has(key)));
    return home === undefined
      ? computed.length > 0
      : home.state.contested.some((handle) => !contested.includes(handle));
  });
}

/** Marks creators stale that are not; answers how many. */
async function markUnmarked(db: Connection, creators: readonly Creator[]): Promise<number> {
  const ids = creators.filter(({ stale }) => !stale).map(({ _id }) => _id);
  if (ids.length === 0) return 0;
  await markStale(db, { _id: { $in: ids } });
  return ids.length;
}
