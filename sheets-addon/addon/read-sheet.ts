import type { Cell } from "../../core/contract/index.js";
import { asMeant } from "./as-typed.js";
import { COLUMN_MARK, type FoundMark, ID_MARK, readMarks } from "./marks.js";
import { HEADER_ROWS, sameCell, type TabAsRead } from "./tab.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows that one call reads. */
const BLOCK = 5_000;

/** The tab as it stands. */
export function readSheet(sheet: Sheet): TabAsRead {
  const { idAt, ours } = findColumns(sheet);
  const places = [idAt ?? 0, ...ours.map(({ at }) => at)];
  const width = Math.max(sheet.getLastColumn(), ...places.map((at) => at + 1));
  const rows = readCells(sheet, { from: HEADER_ROWS, width });
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => sameCell(cell, null))) rows.pop();
  return { idAt, ours, rows };
}

/** Our columns, by their marks. */
export function findColumns(sheet: Sheet): Pick<TabAsRead, "idAt" | "ours"> {
  const marks: FoundMark[] = [];
  for (const found of sheet.createDeveloperMetadataFinder().find()) {
    const key = found.getKey();
    if (key !== COLUMN_MARK && key !== ID_MARK) continue;
    const column = found.getLocation().getColumn();
    if (column) marks.push({ key, value: found.getValue() ?? "", at: column.getColumn() - 1 });
  }
  return readMarks(marks);
}

/** The tab with nothing but its ids, which is read in no time. */
export function readIds(sheet: Sheet): TabAsRead {
  const columns = findColumns(sheet);
  const count = sheet.getLastRow() - HEADER_ROWS;
  const { idAt } = columns;
  if (idAt === undefined || count < 1) return { ...columns, rows: [] };
  const values = sheet.getRange(HEADER_ROWS + 1, idAt + 1, count, 1).getValues();
  const rows = values.map(([id]) => {
    const row: Cell[] = new Array(idAt + 1).fill(null);
    row[idAt] = String(id ?? "");
    return row;
  });
  return { ...columns, rows };
}

/** Down to the last row that holds anything; a cell with a formula holds the formula. */
export function readCells(sheet: Sheet, { from, width }: { from: number; width: number }): Cell[][] {
  const rows: Cell[][] = [];
  const last = sheet.getLastRow();
  const days = daysIn(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
  for (let row = from; row < last; row += BLOCK) {
    const range = sheet.getRange(row + 1, 1, Math.min(BLOCK, last - row), Math.min(width, sheet.getMaxColumns()));
    const formulas = range.getFormulas();
    for (const [down, values] of range.getValues().entries()) {
      rows.push(values.map((value, at) => formulas[down]?.[at] || toCell(value, days)));
    }
  }
  return rows;
}

type Days = (time: Date) => string;

function toCell(value: unknown, days: Days): Cell {
  if (value instanceof Date) return days(value);
  if (typeof value === "number" || typeof value === "boolean") return value;
  return value === "" || value === null || value === undefined ? null : asMeant(String(value));
}

/** Days come again and again, and asking Google for each is slow. */
function daysIn(zone: string): Days {
  const known = new Map<number, string>();
  return (time) => {
    const at = time.getTime();
    const day = known.get(at) ?? Utilities.formatDate(time, zone, "yyyy-MM-dd HH:mm:ss").replace(/ 00:00:00$/, "");
    known.set(at, day);
    return day;
  };
}
