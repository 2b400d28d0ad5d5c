import type { Cell, SheetColumn } from "../../core/contract/index.js";

/** Rows of the sheet above the first of the tab. */
export const HEADER_ROWS = 1;

/** A tab as it stands, below its header. Rows and columns count from 0; a cell with a formula holds the formula. */
export interface TabAsRead {
  /** Where the id column is; absent when people deleted it. */
  idAt?: number;
  /** Our columns that are still there, wherever people moved them and whatever they call them now. */
  ours: { column: string; at: number }[];
  rows: Cell[][];
}

/** What the last sync knows of a row. */
export interface SyncedRow {
  /** As Roster gave it; empty while a conflict is open, so that Roster says the row again. */
  hash: string;
  /** By name of the column. */
  cells: Record<string, Cell>;
  /** It left the query, and stays for what people wrote on it. */
  grey?: true;
}

export type Synced = ReadonlyMap<string, SyncedRow>;

export type EditableColumns = ReadonlySet<string>;

export const editableOf = (columns: readonly SheetColumn[]): EditableColumns =>
  new Set(columns.filter(({ editable }) => editable).map(({ column }) => column));

/** An empty cell is one thing, however it is told. */
export const sameCell = (one: Cell | undefined, other: Cell | undefined): boolean =>
  plainCell(one) === plainCell(other);

/** In the form that cells are compared in. */
export const plainCell = (cell: Cell | undefined): Cell =>
  typeof cell === "string" ? cell.replace(/\r\n?/g, "\n") : (cell ?? "");

/**
 * Which row holds which id: the first that does. A further one is a copy that people made, and theirs; so is each
 * row whose id no sync wrote.
 */
export function rowsById(tab: TabAsRead, synced: Synced): Map<string, number> {
  const found = new Map<string, number>();
  const { idAt } = tab;
  if (idAt === undefined) return found;
  for (const [row, cells] of tab.rows.entries()) {
    const id = String(cells[idAt] ?? "");
    if (synced.has(id) && !found.has(id)) found.set(id, row);
  }
  return found;
}

/** What `POST /sheets/sync` is told of the tab's rows. */
export function haveOf(tab: TabAsRead, synced: Synced): Record<string, string> {
  const ids = [...rowsById(tab, synced).keys()];
  return Object.fromEntries(ids.map((id) => [id, synced.get(id)?.hash ?? ""]));
}
