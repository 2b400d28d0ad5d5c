import { bucketOf, MOST_SYNC_ROWS, type SheetRow, type SyncRequest } from "../../core/contract/index.js";

/** What of a tab has to change, as far as its rows have been compared. */
export interface TabDifference {
  total: number;
  rows: SheetRow[];
  later: string[];
  gone: string[];
}

/** Compares the rows that fit a query now with those that a tab has. Memory stays flat: rows that are the same go by. */
export async function compareTab(
  now: AsyncIterable<SheetRow>,
  { have, among }: Pick<SyncRequest, "have" | "among">,
): Promise<TabDifference> {
  const left = new Map(Object.entries(have));
  const buckets = among && new Set(among.of);
  const difference: TabDifference = { total: 0, rows: [], later: [], gone: [] };
  for await (const row of now) {
    difference.total += 1;
    if (among && !buckets?.has(bucketOf(row.id, among.buckets))) continue;
    const had = left.get(row.id);
    left.delete(row.id);
    if (had === row.hash) continue;
    if (difference.rows.length < MOST_SYNC_ROWS) difference.rows.push(row);
    else difference.later.push(row.id);
  }
  difference.gone = [...left.keys()];
  return difference;
}
