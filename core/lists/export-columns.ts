import { DateTime } from "luxon";
import { type ColumnField, columnFields, type Format, type ListName } from "../query/index.js";
import { csvLine } from "../text/csv-line.js";
import { MARK_HEADER, markOf } from "../text/own-mark.js";
import { handleCell, textCell } from "../text/text-cell.js";
import type { RowOf } from "./rows.js";
import { valueAt } from "./value-at.js";

export interface ExportForm {
  /** ISO 4217; absent where brands of several currencies come together. */
  currency?: string;
  /** IANA name of the zone that times are written in. */
  zone: string;
  /** Left out, all that the list has; of creators with a mark, so that the file says nothing when it comes back unchanged. */
  columns?: readonly ColumnField[];
}

/** Columns of digits that are names: no spreadsheet may count with them. */
const IDS = new Set(["id", "tiktokUserId", "orderId", "skuId", "productId", "productIds", "videoId"]);

/** The line of headings of an export. Amounts name their currency. */
export function exportHeading(list: ListName, { currency, columns }: ExportForm): string {
  const unit = currency === undefined ? "" : ` (${currency})`;
  const headings = (columns ?? columnFields(list)).map(({ label, format }) =>
    format === "money" ? `${label}${unit}` : label,
  );
  return csvLine(isMarked(list, columns) ? [...headings, MARK_HEADER] : headings);
}

/** One line of an export: every column, as a spreadsheet shows it best without changing it. */
export function exportLine<L extends ListName>(list: L, row: RowOf[L], form: ExportForm): string {
  const columns = form.columns ?? columnFields(list);
  const cells = columns.map(({ column, format }) => cell(valueAt(row, column), column, format, form));
  if (!isMarked(list, form.columns)) return csvLine(cells);
  return csvLine([...cells, markOf(Object.fromEntries(columns.map(({ column }, place) => [column, cells[place]])))]);
}

const isMarked = (list: ListName, chosen: ExportForm["columns"]): boolean =>
  list === "creators" && chosen === undefined;

function cell(value: unknown, column: string, format: Format, { zone }: ExportForm): string {
  if (value === undefined || value === null) return "";
  if (value instanceof Date) return DateTime.fromJSDate(value, { zone }).toFormat("yyyy-MM-dd HH:mm:ss");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return numberCell(value, format);
  if (Array.isArray(value)) return listCell(value, column);
  if (column === "handle") return handleCell(String(value));
  return IDS.has(column) ? textCell(String(value)) : String(value);
}

function numberCell(value: number, format: Format): string {
  if (format === "money") return (value / 100).toFixed(2);
  return format === "rate" ? `${Number((value * 100).toFixed(4))}%` : String(value);
}

function listCell(values: readonly unknown[], column: string): string {
  const texts = values.map((value) =>
    typeof value === "object" && value !== null && "text" in value ? String(value.text) : String(value),
  );
  const text = texts.join("; ");
  return IDS.has(column) ? textCell(text) : text;
}
