import { columnFields } from "../../query/index.js";
import { MARK_HEADER, MARKED_COLUMNS } from "../../text/own-mark.js";
import type { ColumnField } from "../sources/index.js";
import { headerKey } from "./header-key.js";
import type { SavedMapping } from "./saved-mapping.js";

/** How an export of Roster's own is called among the mappings. */
export const OWN_EXPORT = "Roster export";

/** The field of a file that a column of an export is: `address.line1` is `line1`. */
export const fieldOfColumn = (column: (typeof MARKED_COLUMNS)[number]): ColumnField =>
  column.slice(column.indexOf(".") + 1) as ColumnField;

/** The mapping of an export that Roster wrote itself, known by its marks; nothing for any other table. */
export function ownExport(headers: readonly string[]): SavedMapping | undefined {
  if (!headers.some((header) => headerKey(header) === headerKey(MARK_HEADER))) return undefined;
  const fields = new Map<string, ColumnField>();
  for (const { column, label } of columnFields("creators")) {
    const marked = MARKED_COLUMNS.find((each) => each === column);
    if (marked !== undefined) fields.set(headerKey(label), fieldOfColumn(marked));
  }
  const columns = headers.flatMap((header) => {
    const field = fields.get(headerKey(header));
    return field === undefined ? [] : [[header, field] as const];
  });
  return { name: OWN_EXPORT, headers, columns: Object.fromEntries(columns) };
}
