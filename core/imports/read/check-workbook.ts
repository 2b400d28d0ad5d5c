import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { fileError } from "./file-error.js";
import { ZIP_WITHOUT_SHEETS } from "./file-kind.js";
import { sheetArea } from "./sheet-area.js";
import { zipEntries } from "./zip-entries.js";

const inflate = promisify(inflateRaw);

/** Sheets are read in memory, at about five times their unzipped size: 200 MB are 180,000 rows of an order export. */
const LARGEST_UNZIPPED = 200 * 1024 * 1024;
/** Cells that the reader fills in, blank ones too: 500,000 rows of 20 columns. */
const MOST_CELLS = 10_000_000;

/**
 * Proves, before a workbook is read, that it fits into the memory: by really unzipping it, since the sizes that a ZIP
 * states may be lies, and by where its cells stand, since one cell far out makes millions of blanks.
 *
 * @throws CrmError `refused`: another kind of ZIP, damaged, or too large.
 */
export async function checkWorkbook(file: string, zip: Buffer): Promise<void> {
  const entries = zipEntries(zip);
  if (entries === undefined)
    throw fileError(file, undefined, "The XLSX or ZIP file is damaged or cut off. Export it again.");
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) {
    throw fileError(file, undefined, `This is ${ZIP_WITHOUT_SHEETS.what}. ${ZIP_WITHOUT_SHEETS.instead}`);
  }

  let left = LARGEST_UNZIPPED;
  for (const { name, compressed, deflated } of entries) {
    const bytes = deflated ? await unzip(file, compressed, left) : compressed;
    left -= bytes.length;
    if (left < 0) throw tooLarge(file);
    const isSheet = /^xl\/worksheets\/[^/]*\.xml$/.test(name);
    if (isSheet && sheetArea(bytes.toString("latin1")) > MOST_CELLS) throw tooLarge(file);
  }
}

async function unzip(file: string, compressed: Buffer, most: number): Promise<Buffer> {
  try {
    return await inflate(compressed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(file);
    throw fileError(file, undefined, "The XLSX file is damaged. Export it again.", error);
  }
}

function tooLarge(file: string): Error {
  return fileError(file, undefined, "The sheets in it are too large to read. Save the table as CSV and drop that.");
}
