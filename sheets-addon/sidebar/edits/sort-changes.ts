import type { CellChange, ConflictPick } from "../../addon/calls.js";

/** What a person picked of each conflict, by `keyOf`. */
export type Picked = Readonly<Record<string, ConflictPick["keep"]>>;

export const keyOf = ({ id, column }: { id: string; column: string }): string => `${id} ${column}`;

/** The changes by what sending does with them. */
export function sortChanges(changes: readonly CellChange[]) {
  const of = (outcome: CellChange["outcome"]) => changes.filter((change) => change.outcome === outcome);
  return { send: of("send"), conflicts: of("conflict"), invalid: of("invalid"), refresh: of("refresh") };
}

/** Picks as they are sent: with the value of Roster's that the person saw. */
export const picksOf = (conflicts: readonly CellChange[], picked: Picked): ConflictPick[] =>
  conflicts.flatMap((change) => {
    const keep = picked[keyOf(change)];
    return keep ? [{ id: change.id, column: change.column, keep, saw: change.roster }] : [];
  });
