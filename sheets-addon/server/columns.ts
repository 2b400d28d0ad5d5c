import { DateTime } from "luxon";
import type { Cell, ColumnFormat, SheetColumn, SheetList } from "../../core/contract/index.js";
import { valueAt } from "../../core/lists/index.js";
import { columnFields, noColumn, suggest } from "../../core/query/index.js";

/** Of creators; what each column sets is told by its name. */
const EDITABLE_COLUMNS = new Set([
  ...["email", "phone", "firstName", "lastName"],
  ...["address.line1", "address.line2", "address.city", "address.state", "address.zip", "address.country"],
  ...["badge", "status", "whitelisted", "tags", "notes"],
]);

export const isEditable = (list: SheetList, column: string): boolean =>
  list === "creators" && EDITABLE_COLUMNS.has(column);

/** Every column that a list has, amounts named with their currency. */
export function columnsOf(list: SheetList, currency?: string): SheetColumn[] {
  return columnFields(list).map(({ column, label, format }) => ({
    column,
    header: format === "money" && currency !== undefined ? `${label} (${currency})` : label,
    format,
    editable: isEditable(list, column),
  }));
}

/** @throws CrmError `wrong-input` for a column that the list has not, with the nearest */
export function columnsNamed(list: SheetList, names: readonly string[], currency?: string): SheetColumn[] {
  const all = new Map(columnsOf(list, currency).map((each) => [each.column, each]));
  return names.map((name) => {
    const column = all.get(name);
    if (column) return column;
    throw noColumn(list, name, suggest(name, [...all.keys()]));
  });
}

/** The cells of a row, in the order of the columns. */
export const cellsOf = (row: object, columns: readonly SheetColumn[], zone: string): Cell[] =>
  columns.map(({ column, format }) => cellOf(valueAt(row, column), format, zone));

function cellOf(value: unknown, format: ColumnFormat, zone: string): Cell {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return dayOf(value, zone);
  if (typeof value === "number") return format === "money" ? value / 100 : value;
  if (typeof value === "boolean") return value;
  return Array.isArray(value) ? listCell(value) : String(value);
}

/** In the zone of the brand; UTC needs no calendar, and whole accounts go by here. */
const dayOf = (time: Date, zone: string): string | null =>
  zone === "UTC" ? time.toISOString().slice(0, 10) : DateTime.fromJSDate(time, { zone }).toISODate();

/** Words with commas between; notes, which hold commas, line by line. */
function listCell(values: readonly unknown[]): Cell {
  if (values.length === 0) return null;
  const isNotes = values.some((value) => typeof value === "object");
  return values.map(textOf).join(isNotes ? "\n" : ", ");
}

const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "text" in value ? String(value.text) : String(value);
