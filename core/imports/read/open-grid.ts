import type { Choice } from "../recognise/index.js";
import { asBuffer } from "./as-buffer.js";
import { fileError } from "./file-error.js";
import { isZip, kindOfFile } from "./file-kind.js";
import type { FoundHeader } from "./find-header.js";
import { openXlsx } from "./open-xlsx.js";
import { proveEncoding } from "./prove-encoding.js";
import { readHead } from "./read-head.js";
import { type RecordForm, readRecords } from "./read-records.js";
import type { RawRow, TableFile } from "./table.js";

/** Rows of cells, whatever kind of file they come from. */
export interface Grid {
  /** The rows of the first lines: notes, the header, the first data. */
  head: RawRow[];
  header: FoundHeader;
  notesBeside: boolean;
  /** All rows, the header too; from the start at each call. */
  rows(): AsyncIterable<RawRow[]>;
}

/** @throws CrmError `refused`: no table, a wrong encoding, a quote that is never closed before a header was found. */
export async function openGrid(file: TableFile, choice: Choice): Promise<Grid> {
  const magic = await firstBytes(file);
  const kind = kindOfFile(magic);
  if (kind !== undefined) throw fileError(file.name, undefined, `This is ${kind.what}. ${kind.instead}`);
  if (isZip(magic)) return openXlsx(file, choice);

  const { form, rows, header, badQuotes } = readHead(file.name, await proveEncoding(file), choice);
  if (badQuotes !== undefined && header?.recognition.kind !== "recognised") await proveQuotes(file, badQuotes);
  if (/\.xlsx$/i.test(file.name) && isNoTable(header)) throw fileError(file.name, undefined, NO_WORKBOOK);
  return { head: rows, header, notesBeside: false, rows: () => readRecords(file, form) };
}

const NO_WORKBOOK =
  "It is named as an XLSX workbook and is none. Open it in a spreadsheet program, and save it as XLSX or CSV.";

/** Text in which no column of any table was found: under the name of a workbook, what a broken download leaves. */
const isNoTable = (header: FoundHeader | undefined): boolean =>
  header?.recognition.kind === "unknown" && header.recognition.nearest === undefined;

/** A quote never closed swallows the header below it: then that is the mistake to tell. */
async function proveQuotes(file: TableFile, form: RecordForm): Promise<void> {
  for await (const _ of readRecords(file, form)) {
    // Only what it throws is wanted.
  }
}

async function firstBytes(file: TableFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.open()) {
    chunks.push(asBuffer(chunk));
    if (Buffer.concat(chunks).length >= LONGEST_MAGIC) break;
  }
  return Buffer.concat(chunks);
}

/** The sign of a web page may come after some blank lines. */
const LONGEST_MAGIC = 256;
