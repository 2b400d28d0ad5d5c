import { inBatches } from "../../mongo/in-batches.js";
import type { Choice } from "../recognise/index.js";
import { asBuffer } from "./as-buffer.js";
import { checkWorkbook } from "./check-workbook.js";
import { fileError } from "./file-error.js";
import { findHeader, HEADER_LINES, isCloser } from "./find-header.js";
import type { Grid } from "./open-grid.js";
import { sheetCell } from "./sheet-cell.js";
import type { RawRow, TableFile } from "./table.js";

/** Zipped: a workbook at the limit of unzipped size has 15–40 MB. */
const LARGEST_FILE = 50 * 1024 * 1024;
const BATCH = 1000;

/**
 * Reads a workbook: the first sheet with a known header, else the one that comes closest. A workbook cannot be read in
 * parts: it is in memory until its rows have been read once, and whoever reads them again has it read again.
 *
 * @throws CrmError `refused`: damaged, too large, no workbook.
 */
export async function openXlsx(file: TableFile, choice: Choice): Promise<Grid> {
  const zip = await readWhole(file);
  await checkWorkbook(file.name, zip);

  const grids = (await readSheets(file.name, zip)).map((rows, index) => {
    const head = rows.slice(0, 3 * HEADER_LINES);
    return {
      head,
      header: findHeader(head, choice),
      notesBeside: true,
      rows: rowsOf(file, index, rows),
    };
  });
  const [first, ...others] = grids;
  if (first === undefined) throw fileError(file.name, undefined, "The workbook has no sheets.");
  return others.reduce((best, grid) => (isCloser(grid.header, best.header) ? grid : best), first);
}

/** The rows of a sheet: those at hand for the first reading, then those of the file. */
function rowsOf(file: TableFile, index: number, rows: RawRow[]): Grid["rows"] {
  let atHand: RawRow[] | undefined = rows;
  return async function* read() {
    const rows = atHand ?? (await readSheets(file.name, await readWhole(file)))[index] ?? [];
    atHand = undefined;
    yield* inBatches(rows, BATCH);
  };
}

async function readWhole(file: TableFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file.open()) {
    chunks.push(asBuffer(chunk));
    size += chunk.length;
    if (size > LARGEST_FILE) {
      throw fileError(file.name, undefined, "The XLSX file is larger than 50 MB. Save the table as CSV and drop that.");
    }
  }
  return Buffer.concat(chunks);
}

async function readSheets(file: string, zip: Buffer): Promise<RawRow[][]> {
  // Loaded here: most files are text, and reading workbooks brings eighty modules along.
  const { default: readWorkbook } = await import("read-excel-file/node");
  try {
    const sheets = await readWorkbook(zip, { parseNumber: (digits) => ({ digits }), trim: false });
    return sheets.map(({ data }) => data.map((row, index) => ({ line: index + 1, cells: filledCells(row) })));
  } catch (error) {
    const detail = error instanceof Error ? ` (${error.message})` : "";
    throw fileError(file, undefined, `The XLSX file cannot be read${detail}. Save it again, or as CSV.`, error);
  }
}

/** Without the blanks behind the last filled cell, with which the reader makes all rows equally long. */
function filledCells(row: readonly unknown[]): string[] {
  const last = row.findLastIndex((value) => value !== null && value !== undefined);
  return row.slice(0, last + 1).map(sheetCell);
}
