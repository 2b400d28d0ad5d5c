import { FORGOTTEN } from "../../creators/forgotten.js";
import type { Table } from "../read/table.js";
import type { Rejection } from "../rejected-rows.js";
import { contactReader } from "./contact-reader.js";
import { ownWords } from "./own-words.js";
import type { PlanContext } from "./plan-context.js";
import { planRow } from "./plan-row.js";
import { chunkSize, emptyChunk, type PlannedChunk } from "./planned-chunk.js";
import { rowReader } from "./read-row.js";

export interface ChunkOptions {
  /** Pieces a chunk may hold before it is handed on; without it, the whole file is one chunk. */
  size?: number;
  reject: (rejection: Rejection) => Promise<void> | void;
  /** Told after every batch of rows how many were read so far. */
  read?: (rows: number) => void;
}

/** Reads a table and groups what it says, a stretch at a time. */
export async function* plannedChunks(
  table: Table,
  of: Omit<PlanContext, "contact">,
  { size = Number.POSITIVE_INFINITY, reject, read }: ChunkOptions,
): AsyncGenerator<PlannedChunk> {
  const readRow = rowReader(table, of.accepted);
  const own = ownWords(table);
  const context: PlanContext = { ...of, contact: contactReader(of.accepted.country) };
  let chunk = emptyChunk();
  let rows = 0;
  for await (const batch of table.rows()) {
    for (const row of batch) {
      const outcome = planRow(chunk, context, readRow(row), own?.(row));
      if ("rejected" in outcome) {
        const { rejected: reason } = outcome;
        // The file of rejected rows is kept: of somebody forgotten it holds the line only.
        await reject({ line: row.line, what: "row", reason, cells: reason === FORGOTTEN ? [] : row.cells });
      } else if (outcome.problems.length > 0) {
        const reason = outcome.problems.map((problem) => problem.reason).join("; ");
        await reject({ line: row.line, what: "value", reason, cells: row.cells });
      }
    }
    rows += batch.length;
    read?.(rows);
    if (chunkSize(chunk) >= size) {
      yield chunk;
      chunk = emptyChunk();
    }
  }
  if (chunkSize(chunk) > 0) yield chunk;
}
