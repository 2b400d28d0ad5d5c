import { MARK_HEADER, MARKED_COLUMNS, type MarkedColumn, unchangedBy } from "../../text/own-mark.js";
import type { RawRow, Table } from "../read/table.js";
import { headerKey } from "../recognise/header-key.js";
import { fieldOfColumn } from "../recognise/own-export.js";
import type { ColumnField } from "../sources/source.js";
import type { RowReading } from "./read-row.js";

/** Fields that are one value together: where one of them is news, the others belong to it. */
const TOGETHER: readonly (readonly ColumnField[])[] = [
  ["firstName", "lastName"],
  ["line1", "line2", "city", "state", "zip", "country"],
];

/**
 * Of the rows of a table that Roster wrote itself: the fields that are as it wrote them, and so are nobody's word.
 * Nothing for a table without Roster's marks.
 */
export function ownWords({
  headers,
  columns,
}: Pick<Table, "headers" | "columns">): ((row: RawRow) => ReadonlySet<ColumnField>) | undefined {
  const place = headers.findIndex((header) => headerKey(header) === headerKey(MARK_HEADER));
  if (place === -1) return undefined;
  return ({ cells }) => {
    const said: { [C in MarkedColumn]?: string } = {};
    for (const column of MARKED_COLUMNS) {
      const index = columns[fieldOfColumn(column)];
      if (index !== undefined) said[column] = cells[index] ?? "";
    }
    const unchanged = unchangedBy(cells[place] ?? "", said);
    // A row that was given to somebody else is about them, all of it.
    if (!unchanged.has("handle") || !unchanged.has("tiktokUserId")) return new Set();
    const own = new Set([...unchanged].map(fieldOfColumn));
    for (const group of TOGETHER)
      if (!group.every((field) => own.has(field))) for (const field of group) own.delete(field);
    return own;
  };
}

/** The reading without what Roster wrote itself; nothing where that is all of it. */
export function newsOf(reading: RowReading, own: ReadonlySet<ColumnField>): RowReading | undefined {
  if (own.size === 0) return reading;
  const { handle, tiktokUserId, ...others } = reading.values;
  const values = Object.fromEntries(Object.entries(others).filter(([field]) => !own.has(field as ColumnField)));
  const problems = reading.problems.filter(({ field }) => !own.has(field));
  if (Object.keys(values).length + problems.length === 0) return undefined;
  // That the two were one person's at the time of the export is no news either.
  const who = handle === undefined ? { tiktokUserId } : { handle };
  return { ...reading, values: { ...values, ...who }, problems };
}
