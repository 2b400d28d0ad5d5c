import { DateTime } from "luxon";
import { type Cell, MOST_RUNS, type SheetRun } from "../../../core/contract/index.js";
import { LOG_HEADERS, LOG_NAME, logCells } from "../../addon/log-form.js";
import { HEADER_ROWS } from "../../addon/tab.js";
import { serialOf } from "./as-stored.js";
import type { CellResource, Change } from "./google-sheets.js";
import { freezeHeader } from "./lay-out.js";
import { newSheetId, type Spreadsheet } from "./spreadsheet.js";

/** Rows of the log: the headings and the last runs. */
const MOST_ROWS = HEADER_ROWS + MOST_RUNS;

/** Writes a run down in the spreadsheet, in the form of the add-on. */
export async function logRun(spreadsheet: Spreadsheet, run: SheetRun): Promise<void> {
  const { zone, sheets } = await spreadsheet.look();
  const sheet = sheets.find(({ title }) => title === LOG_NAME);
  const sheetId = sheet?.sheetId ?? newSheetId();
  const rows = (sheet?.rows ?? MOST_ROWS) + 1;
  await spreadsheet.change([
    ...(sheet ? [] : addLog(sheetId)),
    { insertDimension: { range: rowsOf(sheetId, HEADER_ROWS, HEADER_ROWS + 1), inheritFromBefore: false } },
    cellsAt(sheetId, HEADER_ROWS, lineOf(run, zone)),
    ...(rows > MOST_ROWS ? [{ deleteDimension: { range: rowsOf(sheetId, MOST_ROWS, rows) } }] : []),
  ]);
}

const rowsOf = (sheetId: number, startIndex: number, endIndex: number) => ({
  sheetId,
  dimension: "ROWS",
  startIndex,
  endIndex,
});

function addLog(sheetId: number): Change[] {
  const gridProperties = { rowCount: MOST_ROWS, columnCount: LOG_HEADERS.length };
  const bold = { userEnteredFormat: { textFormat: { bold: true } } };
  return [
    { addSheet: { properties: { sheetId, title: LOG_NAME, gridProperties } } },
    cellsAt(
      sheetId,
      0,
      LOG_HEADERS.map((header) => ({ ...cellOf(header), ...bold })),
    ),
    freezeHeader(sheetId),
  ];
}

/** The moment as clocks show it where the spreadsheet is. */
function lineOf(run: SheetRun, zone: string): CellResource[] {
  const at = DateTime.fromISO(run.startedAt, { zone });
  const when = at.isValid ? at : DateTime.fromISO(run.startedAt, { zone: "utc" });
  const numberFormat = { type: "DATE_TIME", pattern: "yyyy-mm-dd hh:mm:ss" };
  const moment = serialOf(when.toFormat("yyyy-MM-dd'T'HH:mm:ss"));
  return [{ ...cellOf(moment), userEnteredFormat: { numberFormat } }, ...logCells(run).map(cellOf)];
}

function cellOf(cell: Cell): CellResource {
  if (typeof cell === "number") return { userEnteredValue: { numberValue: cell } };
  return cell === null ? {} : { userEnteredValue: { stringValue: String(cell) } };
}

const cellsAt = (sheetId: number, rowIndex: number, values: CellResource[]): Change => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex: 0 },
    rows: [{ values }],
    fields: "userEnteredValue,userEnteredFormat(numberFormat,textFormat.bold)",
  },
});
