import type { SheetColumn } from "../../../core/contract/index.js";
import { GREY, numberFormatOf, TEXT_FORMAT } from "../../addon/marks.js";
import { rectanglesOf } from "../../addon/ranges.js";
import { HEADER_ROWS, type TabAsRead } from "../../addon/tab.js";
import type { CellResource, Change } from "./google-sheets.js";

/** Rows and columns of a sheet, from the first to before the last; what is left out goes to the edge. */
export interface Part {
  sheetId: number;
  rows?: [from: number, to?: number];
  columns?: [from: number, to: number];
}

export const gridRange = ({ sheetId, rows, columns }: Part) => ({
  sheetId,
  ...(rows ? { startRowIndex: rows[0], ...(rows[1] === undefined ? {} : { endRowIndex: rows[1] }) } : {}),
  ...(columns ? { startColumnIndex: columns[0], endColumnIndex: columns[1] } : {}),
});

const fill = (part: Part, cell: CellResource, fields: string): Change => ({
  repeatCell: { range: gridRange(part), cell, fields },
});

/** Google wants the kind of a number format beside its pattern. */
export function numberFormat(part: Part, pattern: string): Change {
  const type = pattern === TEXT_FORMAT ? "TEXT" : /y/.test(pattern) ? "DATE" : /%/.test(pattern) ? "PERCENT" : "NUMBER";
  const isNone = pattern === "General";
  const format = isNone ? {} : { numberFormat: { type, pattern } };
  return fill(part, { userEnteredFormat: format }, "userEnteredFormat.numberFormat");
}

/** Texts stay as they are, of people too. Rows that the grid did not have look like new ones altogether. */
export function newRowFormats(
  { idAt, ours }: TabAsRead,
  columns: readonly SheetColumn[],
  { sheetId, from, to, had }: { sheetId: number; from: number; to: number; had: number },
): Change[] {
  const patterns = new Map(columns.map((each) => [each.column, numberFormatOf(each)]));
  const places = ours.flatMap(({ column, at }) => {
    const pattern = patterns.get(column);
    return pattern === undefined ? [] : [{ at, pattern }];
  });
  const all = idAt === undefined ? places : [{ at: idAt, pattern: TEXT_FORMAT }, ...places];
  return all.flatMap(({ at, pattern }) => {
    const first = pattern === TEXT_FORMAT ? from : Math.max(from, had);
    return first < to ? [numberFormat({ sheetId, rows: [first, to], columns: [at, at + 1] }, pattern)] : [];
  });
}

/** Behind our columns only: colours that people gave theirs stay. */
export function paint(
  sheetId: number,
  { ours }: TabAsRead,
  rows: readonly number[],
  does: "grey" | "ungrey",
): Change[] {
  const cells = rows.flatMap((row) => ours.map(({ at }) => ({ row: row + HEADER_ROWS, at, value: null })));
  const format = does === "grey" ? { backgroundColorStyle: { rgbColor: rgbOf(GREY) } } : {};
  return rectanglesOf(cells).map(({ row, at, values }) => {
    const part: Part = { sheetId, rows: [row, row + values.length], columns: [at, at + (values[0]?.length ?? 0)] };
    return fill(part, { userEnteredFormat: format }, "userEnteredFormat.backgroundColorStyle");
  });
}

/** `#e8eaed` as Google writes colours. */
function rgbOf(colour: string): { red: number; green: number; blue: number } {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}
