import type { SheetColumn } from "../../core/contract/index.js";

/**
 * Developer metadata on whole columns, by which they are found wherever people move them and whatever they call them.
 * Its visibility is `DOCUMENT`: the add-on and Roster's service account are two projects for Google.
 */
export const COLUMN_MARK = "roster-column";
/** On the hidden column of ids; the value is `ID_VALUE`. */
export const ID_MARK = "roster-id";
export const ID_VALUE = "id";

/** A mark as found: the column counts from 0. */
export interface FoundMark {
  key: string;
  value: string;
  at: number;
}

/** Where our columns are. Of two that say the same, which a copied column makes, the first is ours. */
export function readMarks(marks: readonly FoundMark[]): { idAt?: number; ours: { column: string; at: number }[] } {
  const inOrder = [...marks].sort((one, other) => one.at - other.at);
  const columns = new Map<string, number>();
  for (const { key, value, at } of inOrder) if (key === COLUMN_MARK && !columns.has(value)) columns.set(value, at);
  const idAt = inOrder.find(({ key }) => key === ID_MARK)?.at;
  return { ...(idAt === undefined ? {} : { idAt }), ours: [...columns].map(([column, at]) => ({ column, at })) };
}

export const ID_HEADER = "Roster id";
export const IDS_PROTECTED = "Roster knows the rows by these ids.";
export const ID_NOTE = "Roster knows the rows by this column. Sort whole rows, with this column among them.";

/** The heading that a new column gets; people may rename it. */
export const headerOf = ({ header, editable }: Pick<SheetColumn, "header" | "editable">): string =>
  editable ? `${header} ✎` : header;

/** Stands as a note on the heading. */
export const headerNote = ({ editable }: Pick<SheetColumn, "editable">): string =>
  editable
    ? "You may change this column: Roster menu, Send my edits."
    : "Comes from Roster. A refresh puts back what is changed here; write beside it, in columns of your own.";

/** The number format of cells that take texts as they are. */
export const TEXT_FORMAT = "@";

/** How a new column is shown. The text format keeps what people type as text too; the rest is theirs to change. */
export function numberFormatOf({ format }: Pick<SheetColumn, "format">): string {
  switch (format) {
    case "text":
    case "list":
      return TEXT_FORMAT;
    case "money":
      return "#,##0.00";
    case "count":
      return "#,##0";
    case "rate":
      return "0.0%";
    case "date":
      return "yyyy-mm-dd";
    case "yes-no":
      return "General";
  }
}

/** Behind the cells of a row that left the query. */
export const GREY = "#e8eaed";
