import { openGrid } from "./open-grid.js";
import type { TableFile } from "./table.js";

/** The top of a table that nobody knows yet, for a person to map its columns. */
export interface TablePeek {
  headers: string[];
  headerLine: number;
  /** Some rows below the header. */
  rows: string[][];
}

/** @throws CrmError `refused` as `openTable`, but not for an unknown table; undefined for an empty file. */
export async function peekTable(file: TableFile): Promise<TablePeek | undefined> {
  const { head, header } = await openGrid(file, {});
  if (header === undefined) return undefined;
  const { line, cells } = header.row;
  return { headers: cells, headerLine: line, rows: head.filter((row) => row.line > line).map((row) => row.cells) };
}
