import { MOST_RUNS, type SheetRun } from "../../core/contract/index.js";
import { ask } from "./api.js";
import { asTyped } from "./as-typed.js";
import { LOG_HEADERS, LOG_NAME, logCells } from "./log-form.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Writes a run down in the spreadsheet and at Roster. A log that cannot be written fails no refresh. */
export function logRun(run: SheetRun): void {
  try {
    writeRun(run);
    ask("/sheets/log", { body: run, once: true });
  } catch (error) {
    Logger.log(`the run was not logged: ${String(error)}`);
  }
}

function writeRun(run: SheetRun): void {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(LOG_NAME) ?? addLog();
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const when = Utilities.formatDate(new Date(run.startedAt), zone, "yyyy-MM-dd HH:mm:ss");
  const line = [when, ...logCells(run).map((cell) => asTyped(cell, "text"))];
  sheet.insertRowsAfter(1, 1);
  sheet.getRange(2, 1, 1, LOG_HEADERS.length).setValues([line]);
  const most = MOST_RUNS + 1;
  if (sheet.getLastRow() > most) sheet.deleteRows(most + 1, sheet.getLastRow() - most);
}

function addLog(): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const front = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(LOG_NAME, spreadsheet.getSheets().length);
  spreadsheet.setActiveSheet(front);
  sheet
    .getRange(1, 1, 1, LOG_HEADERS.length)
    .setValues([[...LOG_HEADERS]])
    .setFontWeight("bold");
  sheet.setFrozenRows(1);
  return sheet;
}
