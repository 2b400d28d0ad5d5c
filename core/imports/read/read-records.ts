import { asBuffer } from "./as-buffer.js";
import { fileError } from "./file-error.js";
import { BadQuote, RecordParser } from "./record-parser.js";
import { LineSplitter, LineTooLong } from "./split-lines.js";
import type { RawRow, TableFile } from "./table.js";
import type { TextForm } from "./text-form.js";
import { HalfCharacter, toUtf8 } from "./to-utf8.js";

/** How the records of a text file are told apart. */
export interface RecordForm extends TextForm {
  delimiter: string;
  /** The byte that ends a line. */
  lineEnd: number;
}

/** Enough rows to make the cost of a batch small, few enough that a batch of wide rows stays under 1 MB. */
const BATCH = 1000;

/**
 * Reads the records of a text file, blank ones too, in batches. The file is read no faster than the batches are taken.
 *
 * @throws CrmError `refused` naming file and line: a quote never closed, half a character, no line ends.
 */
export async function* readRecords(file: TableFile, form: RecordForm): AsyncGenerator<RawRow[]> {
  const lines = new LineSplitter(form.lineEnd);
  const parser = new RecordParser(form.delimiter);
  const utf8 = toUtf8(form);
  let line = 0;
  let batch: RawRow[] = [];
  const take = (bytes: Buffer, start: number, end: number, number: number) => {
    line = number;
    const record = parser.take(bytes.toString("utf8", start, end), number);
    if (record !== undefined) batch.push(record);
  };

  try {
    for await (const chunk of file.open()) {
      lines.add(utf8.add(asBuffer(chunk)), take);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    lines.add(utf8.finish(), take);
    lines.finish(take);
    parser.finish();
  } catch (error) {
    throw readingError(file.name, line, error);
  }
  if (batch.length > 0) yield batch;
}

function readingError(file: string, line: number, error: unknown): unknown {
  if (error instanceof BadQuote) return fileError(file, error.line, error.message);
  if (error instanceof LineTooLong) {
    return fileError(file, error.line, "this line is longer than 4 MB, so this is not a table. Export it again.");
  }
  if (error instanceof HalfCharacter) return notUtf16(file, line + 1, error);
  return error;
}

export function notUtf16(file: string, line: number, cause: unknown): Error {
  const problem = "from here on the text is not right UTF-16. Save the file as UTF-8 and drop it again.";
  return fileError(file, line, problem, cause);
}
