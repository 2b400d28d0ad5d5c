import type { Cell } from "./cells.js";

/** One cell that a person changed in a tab. */
export interface CellEdit {
  /** The row's id. */
  id: string;
  column: string;
  /** What the last sync wrote there. To overrule a conflict: the value that the conflict showed. */
  synced: Cell;
  /** What stands there now; empty clears. */
  value: Cell;
}

/** `POST /sheets/edits`: sends what people changed. */
export interface EditsRequest {
  /** Slug, or `all`. */
  brand: string;
  /** At most `MOST_EDITS`. */
  edits: CellEdit[];
  /** Nothing is written: says what would become of each cell. */
  dryRun?: boolean;
}

/** What became of one cell. */
export type EditOutcome = { id: string; column: string } & (
  | { outcome: "sent"; value: Cell }
  /** Roster has it already. */
  | { outcome: "same"; value: Cell }
  /** Roster's value changed too since the last sync: the person picks. */
  | { outcome: "conflict"; value: Cell; roster: Cell; by?: string }
  /** Only Roster's value changed: the next refresh writes it. */
  | { outcome: "refresh"; roster: Cell }
  | { outcome: "invalid"; reason: string }
);

export interface EditsAnswer {
  /** In the order of the request. */
  edits: EditOutcome[];
}

export const MOST_EDITS = 500;
