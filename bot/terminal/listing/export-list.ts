import type { ListQuestion } from "../../../core/lists/index.js";
import type { ListName } from "../../../core/query/index.js";
import { counted } from "../../in-words.js";
import { print, printJson, type TerminalContext } from "../command.js";
import type { AskedBrand } from "./asked-brand.js";
import { writeCsv } from "./write-csv.js";

export interface ExportOptions {
  json?: boolean;
  /** Rows; left out, all there are. */
  limit?: number;
  /** Names of columns; left out, all there are. */
  columns?: readonly string[];
}

/** Writes what a query finds into a file, line by line. */
export async function exportList(
  question: ListQuestion & { list: ListName },
  file: string,
  brand: AskedBrand,
  { json, limit = Number.POSITIVE_INFINITY, columns: names }: ExportOptions,
  context: TerminalContext,
): Promise<void> {
  const { connection: db } = await context.database();
  const { exportHeading, exportLine, streamRecords } = await import("../../../core/lists/index.js");
  const { chooseColumns } = await import("../../../core/query/index.js");
  const { list } = question;
  const form = { ...brand, ...(names ? { columns: chooseColumns(list, names) } : {}) };
  const rows = streamRecords(db, question);
  // A mistake in the query is told before a file is begun.
  const first = await rows.next();
  async function* lines() {
    if (first.done) return;
    yield exportLine(list, first.value, form);
    for (let written = 1; written < limit; written += 1) {
      const { done, value } = await rows.next();
      if (done) return;
      yield exportLine(list, value, form);
    }
  }
  const total = await writeCsv(file, exportHeading(list, form), lines());
  if (json) printJson(context, { total, file });
  else print(context, `${counted(total, list.slice(0, -1), list)} → ${file}`);
}
