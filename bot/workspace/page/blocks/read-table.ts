import { type Cell, cellText, compareCells } from "./cell-text.js";

/** What the reader has asked of a data table. */
export interface Reading {
  filter: string;
  sort?: { column: number; isDown: boolean };
  page: number;
}

export interface ReadPage {
  rows: Cell[][];
  /** How many rows match. */
  count: number;
  page: number;
  pages: number;
}

/** The rows that the reader sees: filtered, sorted, one page of them. */
export function readTable(rows: readonly Cell[][], { filter, sort, page }: Reading, pageSize: number): ReadPage {
  const wanted = filter.trim().toLowerCase();
  const matching = rows.filter(
    (row) => wanted === "" || row.some((cell) => cellText(cell).toLowerCase().includes(wanted)),
  );
  const sorted = sort
    ? matching.toSorted((one, other) => compareCells(one[sort.column], other[sort.column]))
    : matching;
  const ordered = sort?.isDown ? sorted.toReversed() : sorted;
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
  const at = Math.min(page, pages - 1);
  return { rows: ordered.slice(at * pageSize, (at + 1) * pageSize), count: ordered.length, page: at, pages };
}

/** A column's next order: up, down, as it came. */
export function turnSort(sort: Reading["sort"], column: number): Reading["sort"] {
  if (sort?.column !== column) return { column, isDown: false };
  return sort.isDown ? undefined : { column, isDown: true };
}

/** Numbers stand at the right, and so does what says that one is missing. */
export function isNumberColumn(rows: readonly Cell[][], column: number): boolean {
  return rows.some((row) => row[column]?.type === "raw_number");
}
