import type { DayOrder } from "../../normalize/index.js";
import type { ColumnField } from "../sources/index.js";
import { DayOrders } from "./day-orders.js";
import type { Table } from "./table.js";

export interface ReadThrough {
  /** Rows of data. */
  rows: number;
  /** The order of day and month in each column of times whose rows prove one. */
  dayOrders: Partial<Record<ColumnField, DayOrder>>;
  /** Columns of times with dates that need an order and prove none. */
  ambiguous: ColumnField[];
}

/**
 * Reads a table once from end to end, before anything of it is applied: whatever is wrong with the file shows here.
 *
 * @throws CrmError `refused` naming file and line, as `rows` does, and when a column's dates prove both orders.
 */
export async function readThrough(table: Table): Promise<ReadThrough> {
  const orders = new DayOrders(table);
  let rows = 0;
  for await (const batch of table.rows()) {
    rows += batch.length;
    for (const row of batch) orders.add(row);
  }
  return { rows, dayOrders: orders.proven, ambiguous: orders.ambiguous };
}
