import type { CreatorKey, Sighting } from "../sightings/sighting.js";
import { snapshotIdOf } from "./fold-snapshots.js";
import type { Snapshot } from "./snapshot.js";

/** What an import changed, as far as snapshots are counted in it. */
interface Counting {
  seq: number;
  key: CreatorKey;
  snapshots: number;
}

/** Counts each new snapshot for the first of the imports whose figures it holds, at the name that they were seen under. */
export function countSnapshots(
  changes: readonly Counting[],
  {
    snapshots,
    sightings,
    added,
  }: {
    snapshots: readonly Omit<Snapshot, "rev">[];
    sightings: readonly Sighting[];
    added: ReadonlySet<string>;
  },
): void {
  for (const { _id, creatorId, figures } of snapshots) {
    if (!added.has(_id)) continue;
    const first = Math.min(...Object.values(figures).map(({ seq }) => seq));
    const givers = sightings.filter((sighting) => sighting.seq === first && snapshotIdOf(creatorId, sighting) === _id);
    const change = changes.find(({ seq, key }) => seq === first && givers.some((sighting) => sighting.key === key));
    if (change) change.snapshots += 1;
  }
}
