import type { Sighting } from "../sightings/sighting.js";
import { FIGURES, type Snapshot } from "./snapshot.js";

/**
 * The snapshots that sightings of one creator make: one for each brand, source, window and day. Within one, each figure
 * comes from the highest (`seq`, line) that has it.
 */
export function foldSnapshots(creatorId: string, sightings: readonly Sighting[]): Omit<Snapshot, "rev">[] {
  const snapshots = new Map<string, Omit<Snapshot, "rev">>();
  for (const sighting of sightings) {
    const { figures, brandId, source, window, asOf, seq, key } = sighting;
    const given = FIGURES.filter((figure) => figures[figure] !== undefined);
    if (given.length === 0) continue;
    const _id = snapshotIdOf(creatorId, sighting);
    const next: Omit<Snapshot, "rev"> = { _id, creatorId, brandId, source, window, asOf, key, figures: {} };
    for (const figure of given) {
      const sighted = figures[figure];
      if (sighted) next.figures[figure] = { value: sighted.value, seq, line: sighted.line };
    }
    const other = snapshots.get(_id);
    snapshots.set(_id, other ? joinSnapshot(other, next) : next);
  }
  return [...snapshots.values()];
}

/** The snapshot that a sighting's figures belong to. */
export const snapshotIdOf = (
  creatorId: string,
  { brandId, source, window, asOf }: Pick<Sighting, "brandId" | "source" | "window" | "asOf">,
): string => [creatorId, brandId, source, window, asOf].join(":");

/** One snapshot out of two of the same key; `key` is the one seen last. */
export function joinSnapshot(a: Omit<Snapshot, "rev">, b: Omit<Snapshot, "rev">): Omit<Snapshot, "rev"> {
  const figures = { ...a.figures };
  for (const figure of FIGURES) {
    const [held, offered] = [a.figures[figure], b.figures[figure]];
    if (offered === undefined) continue;
    const isLater =
      held === undefined || offered.seq > held.seq || (offered.seq === held.seq && offered.line > held.line);
    if (isLater) figures[figure] = offered;
  }
  return { ...a, key: [a.key, b.key].sort()[0] ?? a.key, figures };
}
