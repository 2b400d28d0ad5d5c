import { asText } from "./as-typed.js";
import { TEXT_FORMAT } from "./marks.js";
import { MEMORY_PROTECTED, type Memory, type MemoryWrite, memoryName, readMemory } from "./memory.js";
import { rectanglesOf } from "./ranges.js";
import { readCells } from "./read-sheet.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Columns of a new memory sheet: a spreadsheet has 10 million cells for everything. */
const FIRST_WIDTH = 4;

/** What the last sync wrote into a tab; nothing of one that was never filled. */
export function readMemoryOf(sheetId: number): Memory {
  const sheet = findMemory(sheetId);
  return readMemory(sheet ? readCells(sheet, { from: 0, width: sheet.getMaxColumns() }) : []);
}

export function writeMemory(sheetId: number, rows: readonly MemoryWrite[]): void {
  const sheet = findMemory(sheetId) ?? addMemory(sheetId);
  grow(sheet, rows);
  const writes = rows.flatMap(({ row, cells }) => cells.map((value, at) => ({ row, at, value })));
  for (const { row, at, values } of rectanglesOf(writes)) {
    const range = sheet.getRange(row + 1, at + 1, values.length, values[0]?.length ?? 0);
    range.setValues(values.map((line) => line.map(asText)));
  }
}

export function removeMemory(sheetId: number): void {
  const sheet = findMemory(sheetId);
  if (sheet) SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
}

const findMemory = (sheetId: number): Sheet | undefined =>
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName(memoryName(sheetId)) ?? undefined;

function addMemory(sheetId: number): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const front = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(memoryName(sheetId), spreadsheet.getSheets().length);
  spreadsheet.setActiveSheet(front);
  sheet.deleteColumns(FIRST_WIDTH + 1, sheet.getMaxColumns() - FIRST_WIDTH);
  sheet.getRange(1, 1, sheet.getMaxRows(), FIRST_WIDTH).setNumberFormat(TEXT_FORMAT);
  sheet.protect().setDescription(MEMORY_PROTECTED).setWarningOnly(true);
  return sheet.hideSheet();
}

function grow(sheet: Sheet, writes: readonly MemoryWrite[]): void {
  const [oldRows, oldColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const rows = Math.max(oldRows, ...writes.map(({ row }) => row + 1));
  const columns = Math.max(oldColumns, ...writes.map(({ cells }) => cells.length));
  if (rows > oldRows) sheet.insertRowsAfter(oldRows, rows - oldRows);
  if (columns > oldColumns) sheet.insertColumnsAfter(oldColumns, columns - oldColumns);
  if (rows === oldRows && columns === oldColumns) return;
  sheet.getRange(1, 1, rows, columns).setNumberFormat(TEXT_FORMAT);
}
