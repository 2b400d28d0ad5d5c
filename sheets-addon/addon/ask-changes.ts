import {
  bucketDigests,
  bucketOf,
  bucketsFor,
  type DigestsAnswer,
  type DigestsRequest,
  MOST_SYNC_ROWS,
  type RowsAnswer,
  type RowsRequest,
  type SheetColumn,
  type SyncAnswer,
  type SyncRequest,
  type TabQuestion,
} from "../../core/contract/index.js";
import { ask } from "./api.js";

/** Rows of a tab from which on it pays to compare buckets first. */
const MANY_ROWS = 500;

/** How Roster differs from a tab that has such rows, by id and hash. */
export function askChanges(
  question: TabQuestion,
  have: Readonly<Record<string, string>>,
  columns: SheetColumn[],
): SyncAnswer {
  const rows = Object.entries(have);
  if (rows.length < MANY_ROWS) return ask("/sheets/sync", { body: { ...question, have } satisfies SyncRequest });
  const buckets = bucketsFor(rows.length);
  const digests: DigestsRequest = { ...question, buckets, digests: bucketDigests(rows, buckets) };
  const { total, differing } = ask<DigestsAnswer>("/sheets/digests", { body: digests });
  if (differing.length === 0) return { columns, total, rows: [], later: [], gone: [] };
  const among = new Set(differing);
  const named = Object.fromEntries(rows.filter(([id]) => among.has(bucketOf(id, buckets))));
  const sync: SyncRequest = { ...question, have: named, among: { buckets, of: differing } };
  return ask("/sheets/sync", { body: sync });
}

/** The next of the rows that a sync named for later, which are taken off the list. */
export function askLater(question: TabQuestion, later: string[]): RowsAnswer {
  const ids = later.splice(0, MOST_SYNC_ROWS);
  return ask("/sheets/rows", { body: { ...question, ids } satisfies RowsRequest });
}
