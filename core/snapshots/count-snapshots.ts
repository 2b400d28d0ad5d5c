import type { Snapshot } from "./snapshot.js";

/** Counts each new snapshot for the first of the imports whose figures it holds. */
export function countSnapshots(
  changes: readonly { seq: number; snapshots: number }[],
  snapshots: readonly Omit<Snapshot, "rev">[],
  added: ReadonlySet<string>,
): void {
  for (const { _id, figures } of snapshots) {
    if (!added.has(_id)) continue;
    const first = Math.min(...Object.values(figures).map(({ seq }) => seq));
    const change = changes.find(({ seq }) => seq === first);
    if (change) change.snapshots += 1;
  }
}
