import type { SheetColumn } from "../../core/contract/index.js";
import { asTyped } from "./as-typed.js";
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
} from "./marks.js";
import { findColumns } from "./read-sheet.js";
import { HEADER_ROWS } from "./tab.js";
import { growRows, wholeColumn } from "./write-sheet.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Makes the columns that the tab has to have and has not; those that are there stay as people made them. */
export function layOut(sheet: Sheet, columns: readonly SheetColumn[]): void {
  growRows(sheet, HEADER_ROWS + 1);
  if (findColumns(sheet).idAt === undefined) addIdColumn(sheet);
  const there = new Set(findColumns(sheet).ours.map(({ column }) => column));
  const missing = columns.filter(({ column }) => !there.has(column));
  if (missing.length > 0) addColumns(sheet, missing);
  if (sheet.getFrozenRows() < HEADER_ROWS) sheet.setFrozenRows(HEADER_ROWS);
}

/** Before what people have there, hidden. */
function addIdColumn(sheet: Sheet): void {
  if (sheet.getLastColumn() > 0) sheet.insertColumnBefore(1);
  const header = sheet.getRange(HEADER_ROWS, 1);
  header.setValues([[asTyped(ID_HEADER, "text")]]).setNote(ID_NOTE);
  mark(sheet, 0, { key: ID_MARK, value: ID_VALUE });
  formatColumn(sheet, 0, TEXT_FORMAT);
  const ids = sheet.getRange(wholeColumn(0));
  ids.protect().setDescription(IDS_PROTECTED).setWarningOnly(true);
  sheet.hideColumns(1);
}

/** After ours, or after what people have. */
function addColumns(sheet: Sheet, columns: readonly SheetColumn[]): void {
  const { idAt = 0, ours } = findColumns(sheet);
  const last = ours.length > 0 ? Math.max(...ours.map(({ at }) => at)) : Math.max(idAt, sheet.getLastColumn() - 1);
  makeRoom(sheet, last + 1, columns.length);
  const headers = sheet.getRange(HEADER_ROWS, last + 2, 1, columns.length);
  headers.setValues([columns.map((each) => asTyped(headerOf(each), "text"))]);
  headers.setNotes([columns.map(headerNote)]).setFontWeight("bold");
  for (const [index, column] of columns.entries()) {
    mark(sheet, last + 1 + index, { key: COLUMN_MARK, value: column.column });
    formatColumn(sheet, last + 1 + index, numberFormatOf(column));
  }
}

/** People's columns move over; where there are none, the grid may have room already. */
function makeRoom(sheet: Sheet, after: number, count: number): void {
  const free = sheet.getMaxColumns() - after;
  if (sheet.getLastColumn() > after) sheet.insertColumnsAfter(after, count);
  else if (free < count) sheet.insertColumnsAfter(sheet.getMaxColumns(), count - free);
}

function mark(sheet: Sheet, at: number, { key, value }: { key: string; value: string }): void {
  const { DOCUMENT } = SpreadsheetApp.DeveloperMetadataVisibility;
  sheet.getRange(wholeColumn(at)).addDeveloperMetadata(key, value, DOCUMENT);
}

function formatColumn(sheet: Sheet, at: number, format: string): void {
  const rows = sheet.getMaxRows() - HEADER_ROWS;
  sheet.getRange(HEADER_ROWS + 1, at + 1, rows, 1).setNumberFormat(format);
}

/**
 * Takes columns away that the tab no longer shows. One that holds changes which were not sent stays, as people's own.
 */
export function dropColumns(sheet: Sheet, { wanted, edited }: Record<"wanted" | "edited", ReadonlySet<string>>): void {
  const leaving = findColumns(sheet).ours.filter(({ column }) => !wanted.has(column));
  for (const { column, at } of leaving.sort((one, other) => other.at - one.at)) {
    if (edited.has(column)) unmark(sheet, column);
    else sheet.deleteColumns(at + 1, 1);
  }
}

function unmark(sheet: Sheet, column: string): void {
  for (const found of sheet.createDeveloperMetadataFinder().withKey(COLUMN_MARK).withValue(column).find())
    found.remove();
}
