import type { Table } from "../../core/imports/read/index.js";

/** A table read so many rows at a time: its windows may end behind any of them. */
export function inBatchesOf(size: number, table: Table): Table {
  return {
    ...table,
    async *rows() {
      for await (const batch of table.rows()) {
        for (let start = 0; start < batch.length; start += size) yield batch.slice(start, start + size);
      }
    },
  };
}
