import type { Cell, CellEdit, EditOutcome } from "../../core/contract/index.js";
import type { CellWrite } from "./sync.js";
import { type EditableColumns, rowsById, type Synced, sameCell, type TabAsRead } from "./tab.js";

/** What people changed in editable columns since the last sync; copies and rows of their own are not asked. */
export function planEdits(tab: TabAsRead, synced: Synced, editable: EditableColumns): CellEdit[] {
  const columns = tab.ours.filter(({ column }) => editable.has(column));
  return [...rowsById(tab, synced)].flatMap(([id, row]) =>
    columns.flatMap(({ column, at }) => {
      const cells = synced.get(id)?.cells ?? {};
      const [before, value] = [cells[column] ?? null, tab.rows[row]?.[at] ?? null];
      return column in cells && !sameCell(before, value) ? [{ id, column, synced: before, value }] : [];
    }),
  );
}

/** What the outcomes of sent edits do to the tab. */
export interface SettledEdits {
  write: CellWrite[];
  /** On the cell, for the person to read; an empty text takes a note away. */
  notes: { row: number; at: number; text: string }[];
  /** Values that both sides agree on now. */
  remember: { id: string; column: string; value: Cell }[];
  conflicts: Extract<EditOutcome, { outcome: "conflict" }>[];
}

interface Place {
  row: number;
  at: number;
}

/**
 * Read the tab again after sending: people may have sorted it meanwhile, and a cell that they changed again keeps what
 * it holds. `outcomes` are in the order of `sent`.
 */
export function settleEdits(
  tab: TabAsRead,
  synced: Synced,
  { sent, outcomes }: { sent: readonly CellEdit[]; outcomes: readonly EditOutcome[] },
): SettledEdits {
  const settled: SettledEdits = { write: [], notes: [], remember: [], conflicts: [] };
  const rows = rowsById(tab, synced);
  const places = new Map(tab.ours.map(({ column, at }) => [column, at]));
  for (const [index, outcome] of outcomes.entries()) {
    const [row, at] = [rows.get(outcome.id), places.get(outcome.column)];
    if (row === undefined || at === undefined) continue;
    const here = tab.rows[row]?.[at] ?? null;
    settle(settled, outcome, { row, at, here, untouched: sameCell(here, sent[index]?.value) });
  }
  return settled;
}

function settle(settled: SettledEdits, outcome: EditOutcome, cell: Place & { here: Cell; untouched: boolean }): void {
  const { id, column } = outcome;
  const place: Place = { row: cell.row, at: cell.at };
  if (outcome.outcome === "conflict") settled.conflicts.push(outcome);
  else if (outcome.outcome === "invalid") settled.notes.push({ ...place, text: outcome.reason });
  else {
    const value = outcome.outcome === "refresh" ? outcome.roster : outcome.value;
    if (cell.untouched && !sameCell(cell.here, value)) settled.write.push({ ...place, value });
    settled.notes.push({ ...place, text: "" });
    settled.remember.push({ id, column, value });
  }
}
