import type { Cell, ColumnFormat, SheetColumn } from "../../../core/contract/index.js";
import { columnName } from "../../addon/cell-name.js";
import { readMarks } from "../../addon/marks.js";
import { HEADER_ROWS, sameCell, type TabAsRead } from "../../addon/tab.js";
import { asRead } from "./as-stored.js";
import type { SheetLook, Spreadsheet } from "./spreadsheet.js";

/** Rows that one call reads. */
const BLOCK = 10_000;

/** Formats by place: days are numbers to Google. */
export type Formats = ReadonlyMap<number, ColumnFormat>;

/** The tab as it stands. */
export async function readSheet(
  spreadsheet: Spreadsheet,
  sheet: SheetLook,
  columns: readonly SheetColumn[],
): Promise<TabAsRead> {
  const marked = readMarks(sheet.marks);
  const rows = await readCells(spreadsheet, sheet, { from: HEADER_ROWS, formats: formatsOf(marked.ours, columns) });
  return { ...marked, rows };
}

export function formatsOf(ours: TabAsRead["ours"], columns: readonly SheetColumn[]): Formats {
  const formats = new Map(columns.map(({ column, format }) => [column, format]));
  return new Map(ours.flatMap(({ column, at }) => (formats.has(column) ? [[at, formats.get(column) ?? "text"]] : [])));
}

/** Down to the last row that holds anything; a cell with a formula holds the formula. */
export async function readCells(
  spreadsheet: Spreadsheet,
  sheet: SheetLook,
  { from, formats }: { from: number; formats?: Formats },
): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for (let row = from; row < sheet.rows; row += BLOCK) {
    const to = Math.min(row + BLOCK, sheet.rows);
    const [block = []] = await spreadsheet.read([
      rangeName(sheet, { row, at: 0, height: to - row, width: sheet.columns }),
    ]);
    for (const line of block) rows.push(line.map((value, at) => asRead(value, formats?.get(at))));
    // What is empty at the end of a block is left out.
    while (to < sheet.rows && rows.length < to - from) rows.push([]);
  }
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => sameCell(cell, null))) rows.pop();
  return rows;
}

interface Area {
  row: number;
  at: number;
  height: number;
  width: number;
}

/** As `'Tab'!A2:D10`; rows and columns count from 0. */
export function rangeName({ title }: Pick<SheetLook, "title">, { row, at, height, width }: Area): string {
  const [first, last] = [`${columnName(at)}${row + 1}`, `${columnName(at + width - 1)}${row + height}`];
  return `'${title.replaceAll("'", "''")}'!${first}:${last}`;
}
