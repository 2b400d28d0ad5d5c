import type { Import } from "../../core/imports/index.js";

/** An import as programs get it. */
export function toImportRow(record: Import, brand: string): object {
  const { _id: id, file, source, mapping, status, rows, report, by, via, receivedAt, doneAt, undone, error } = record;
  const { rows: _rows, ...did } = report ?? { rows };
  return {
    id,
    file,
    source,
    mapping: mapping?.name,
    brand,
    status,
    rows,
    ...did,
    by,
    via,
    receivedAt,
    doneAt,
    undone,
    error,
  };
}
