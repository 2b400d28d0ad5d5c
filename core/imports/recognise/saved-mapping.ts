import type { ColumnField } from "../sources/index.js";

/** A table that a person has named: which of its columns fill which fields, matched by headers next time. */
export interface SavedMapping {
  name: string;
  /** Every header of the table it was made for; a file fits when it has them all, whatever their order and case. */
  headers: readonly string[];
  /** Header → field, for the columns that are read; the others stay unread. */
  columns: Readonly<Record<string, ColumnField>>;
}
