import type { Cell, SheetColumn } from "../../../core/contract/index.js";
import {
  COLUMN_MARK,
  headerNote,
  headerOf,
  ID_HEADER,
  ID_MARK,
  ID_NOTE,
  ID_VALUE,
  IDS_PROTECTED,
  numberFormatOf,
  TEXT_FORMAT,
} from "../../addon/marks.js";
import { HEADER_ROWS, sameCell } from "../../addon/tab.js";
import type { CellResource, Change } from "./google-sheets.js";
import { gridRange, numberFormat, type Part } from "./looks.js";
import type { SheetLook } from "./spreadsheet.js";

/** Makes the columns of a tab that has none of ours: the ids before what people have there, hidden; the others after. */
export function layOut(sheet: SheetLook, cells: readonly Cell[][], columns: readonly SheetColumn[]): Change[] {
  const { sheetId } = sheet;
  const theirs = Math.max(0, ...cells.map((line) => line.findLastIndex((cell) => !sameCell(cell, null)) + 1));
  const shift = theirs > 0 ? 1 : 0;
  const first = theirs + 1;
  const headings = [textCell(ID_HEADER, ID_NOTE), ...columns.map((each) => textCell(headerOf(each), headerNote(each)))];
  const [idHeading = {}, ...rest] = headings;
  return [
    ...(shift > 0 ? [insert(sheetId, "COLUMNS", { at: 0, count: 1 })] : []),
    ...grow(sheetId, "COLUMNS", { from: sheet.columns + shift, to: first + columns.length }),
    ...grow(sheetId, "ROWS", { from: sheet.rows, to: HEADER_ROWS + 1 }),
    headingsAt(sheetId, 0, [idHeading]),
    headingsAt(sheetId, first, rest),
    mark(sheetId, 0, { key: ID_MARK, value: ID_VALUE }),
    formatColumn(sheetId, 0, TEXT_FORMAT),
    ...columns.flatMap((column, index) => [
      mark(sheetId, first + index, { key: COLUMN_MARK, value: column.column }),
      formatColumn(sheetId, first + index, numberFormatOf(column)),
    ]),
    protect({ sheetId, columns: [0, 1] }, IDS_PROTECTED),
    hideIds(sheetId),
    ...(sheet.frozenRows < HEADER_ROWS ? [freezeHeader(sheetId)] : []),
  ];
}

/** Rows or columns at the end, which look like those before them. */
export const grow = (sheetId: number, dimension: Dimension, { from, to }: { from: number; to: number }): Change[] =>
  to > from ? [insert(sheetId, dimension, { at: from, count: to - from })] : [];

type Dimension = "ROWS" | "COLUMNS";

const insert = (sheetId: number, dimension: Dimension, { at, count }: { at: number; count: number }): Change => ({
  insertDimension: {
    range: { sheetId, dimension, startIndex: at, endIndex: at + count },
    inheritFromBefore: at > 0,
  },
});

const formatColumn = (sheetId: number, at: number, pattern: string): Change =>
  numberFormat({ sheetId, rows: [HEADER_ROWS], columns: [at, at + 1] }, pattern);

const textCell = (text: string, note?: string): CellResource => ({
  userEnteredValue: { stringValue: text },
  userEnteredFormat: { textFormat: { bold: true } },
  ...(note === undefined ? {} : { note }),
});

const headingsAt = (sheetId: number, columnIndex: number, values: CellResource[]): Change => ({
  updateCells: {
    start: { sheetId, rowIndex: 0, columnIndex },
    rows: [{ values }],
    fields: "userEnteredValue,userEnteredFormat.textFormat.bold,note",
  },
});

const mark = (sheetId: number, at: number, { key, value }: { key: string; value: string }): Change => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey: key,
      metadataValue: value,
      visibility: "DOCUMENT",
      location: { dimensionRange: { sheetId, dimension: "COLUMNS", startIndex: at, endIndex: at + 1 } },
    },
  },
});

/** People are asked before they change it. */
export const protect = (part: Part, description: string): Change => ({
  addProtectedRange: { protectedRange: { range: gridRange(part), description, warningOnly: true } },
});

const hideIds = (sheetId: number): Change => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: "COLUMNS", startIndex: 0, endIndex: 1 },
    properties: { hiddenByUser: true },
    fields: "hiddenByUser",
  },
});

export const freezeHeader = (sheetId: number): Change => ({
  updateSheetProperties: {
    properties: { sheetId, gridProperties: { frozenRowCount: HEADER_ROWS } },
    fields: "gridProperties.frozenRowCount",
  },
});
