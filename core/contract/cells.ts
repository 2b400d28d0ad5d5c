/** What a cell of a synced tab holds: amounts in whole currency units, rates as 0.05 for 5%, days as `yyyy-mm-dd`. */
export type Cell = string | number | boolean | null;

export type SheetList = "creators" | "samples" | "videos";

/** How a column is shown. `text` has to be written as text: ids of 19 digits, phones, handles like `+name`. */
export type ColumnFormat = "text" | "list" | "money" | "count" | "rate" | "date" | "yes-no";

/** One column that a tab can have. */
export interface SheetColumn {
  /** Its name in requests, such as `address.city`. */
  column: string;
  /** The heading; amounts name their currency. */
  header: string;
  format: ColumnFormat;
  /** What people change in it can be sent back. */
  editable: boolean;
}

/** One row of a tab. */
export interface SheetRow {
  /** Stands in the hidden id column. */
  id: string;
  /** Stands for the cells: equal as long as they are. */
  hash: string;
  /** In the order of the columns that were asked for. */
  cells: Cell[];
}
