import type { Choice } from "../recognise/index.js";
import { type FoundHeader, findHeader, HEADER_LINES, isCloser } from "./find-header.js";
import { HEAD_BYTES } from "./prove-encoding.js";
import { notUtf16, type RecordForm } from "./read-records.js";
import { BadQuote, RecordParser } from "./record-parser.js";
import { LineSplitter, lineEndOf } from "./split-lines.js";
import type { RawRow } from "./table.js";
import type { TextForm } from "./text-form.js";
import { HalfCharacter, toUtf8 } from "./to-utf8.js";

/** The header's lines, and some rows below the last of them for whoever guesses at columns. */
const HEAD_LINES = HEADER_LINES + 20;

/** In the order in which equals are taken. */
const DELIMITERS = [",", ";", "\t"] as const;

export interface Head {
  form: RecordForm;
  /** The records of the first lines. */
  rows: RawRow[];
  header: FoundHeader;
  /** With this form the first lines end within a quote, or hold a wrong one. */
  badQuotes?: RecordForm;
}

/**
 * Reads the first lines with each delimiter and keeps the one with which a header comes out.
 *
 * @throws CrmError `refused` when they are damaged UTF-16.
 */
export function readHead(file: string, form: TextForm, choice: Choice): Head {
  const bytes = headText(file, form);
  const whole = form.head.length < HEAD_BYTES;
  const heads = DELIMITERS.map((delimiter): Head => {
    const recordForm = { ...form, delimiter, lineEnd: lineEndOf(bytes) };
    const { rows, sound } = headRows(bytes, whole, recordForm);
    return { form: recordForm, rows, header: findHeader(rows, choice), badQuotes: sound ? undefined : recordForm };
  });

  const best = heads.reduce((one, other) => (isCloser(other.header, one.header) ? other : one));
  // A quote that swallows the header leaves lines of one cell to the delimiters that the file does not have.
  const isOneCell = (best.header?.row.cells.length ?? 0) <= 1;
  return {
    ...best,
    badQuotes: best.badQuotes ?? (isOneCell ? heads.find((head) => head.badQuotes)?.badQuotes : undefined),
  };
}

function headText(file: string, form: TextForm): Buffer {
  try {
    return toUtf8(form).add(form.head);
  } catch (error) {
    throw error instanceof HalfCharacter ? notUtf16(file, 1, error) : error;
  }
}

function headRows(bytes: Buffer, whole: boolean, form: RecordForm): { rows: RawRow[]; sound: boolean } {
  const rows: RawRow[] = [];
  const parser = new RecordParser(form.delimiter);
  const lines = new LineSplitter(form.lineEnd);
  const take = (chunk: Buffer, start: number, end: number, line: number) => {
    const row = line > HEAD_LINES ? undefined : parser.take(chunk.toString("utf8", start, end), line);
    if (row !== undefined) rows.push(row);
  };
  try {
    lines.add(bytes, take);
    if (whole) lines.finish(take);
    parser.finish();
    return { rows, sound: true };
  } catch (error) {
    if (error instanceof BadQuote) return { rows, sound: false };
    throw error;
  }
}
