import type { SheetColumn, SheetList, SheetRow } from "./cells.js";

/** What a tab shows. */
export interface TabQuestion {
  list: SheetList;
  /** In the query language; empty for everything. */
  query: string;
  /** Slug, or `all`. */
  brand: string;
  /** By name, in the order of the cells; see `GET /fields`. */
  columns: string[];
}

/**
 * `POST /sheets/digests`, the first step where the tab has many rows: how the buckets of the tab differ from what
 * Roster has. When none do, the refresh is over.
 */
export interface DigestsRequest extends TabQuestion {
  /** How many: `bucketsFor(rows)`. */
  buckets: number;
  /** `bucketDigests` of the rows in the tab. */
  digests: string;
}

export interface DigestsAnswer {
  /** Rows that fit the query now. */
  total: number;
  /** Those that differ, ascending. */
  differing: number[];
}

/**
 * `POST /sheets/sync`: what has to change in the tab. Without `among`, `have` names all of its rows; with it, only
 * those of the buckets named there, and the answer is about these buckets only.
 */
export interface SyncRequest extends TabQuestion {
  /** Hash by id, as Roster gave it, of each row of the tab. */
  have: Record<string, string>;
  among?: { buckets: number; of: number[] };
}

export interface SyncAnswer {
  /** What the columns are, in their order. */
  columns: SheetColumn[];
  /** Rows that fit the query now. */
  total: number;
  /** Changed and new rows, the first `MOST_SYNC_ROWS` of them, in the order of the query. */
  rows: SheetRow[];
  /** Ids of further such rows, to be fetched by `POST /sheets/rows`. */
  later: string[];
  /** Ids in `have` that no longer fit, or no longer exist. */
  gone: string[];
}

/** `POST /sheets/rows`: rows by id. */
export interface RowsRequest extends TabQuestion {
  /** At most `MOST_SYNC_ROWS`. */
  ids: string[];
}

export interface RowsAnswer {
  rows: SheetRow[];
  /** Of the ids asked for, those that do not fit the query. */
  gone: string[];
}

export const MOST_SYNC_ROWS = 2_000;

/** Rows that a tab can name in one request: beyond, take a narrower query. */
export const MOST_TAB_ROWS = 100_000;
