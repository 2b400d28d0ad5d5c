import type { Badge } from "../../creators/creator.js";
import {
  countryDayOrder,
  type Email,
  normalizeBadge,
  normalizeCount,
  normalizeEmail,
  normalizeHandle,
  normalizeId,
  normalizeMoney,
  normalizePhone,
  normalizeRate,
  normalizeSampleStatus,
  normalizeText,
  normalizeTime,
  type Phone,
  type Read,
  Unreadable,
} from "../../normalize/index.js";
import type { SampleStatus } from "../../samples/sample.js";
import type { Accepted } from "../import.js";
import type { RawRow, Table } from "../read/table.js";
import { type CellKind, COLUMN_FIELDS, type ColumnField } from "../sources/source.js";
import { remembering } from "./remembering.js";

/** What each kind of cell is read as. Names and addresses stay text here: their columns are put together later. */
interface ValueOfKind {
  handle: string;
  id: string;
  text: string;
  email: Email;
  phone: Phone;
  name: string;
  address: string;
  money: number;
  count: number;
  rate: number;
  time: Date;
}

type ValueOf<F extends ColumnField> = F extends "badge"
  ? Badge
  : F extends "orderStatus"
    ? SampleStatus
    : ValueOfKind[(typeof COLUMN_FIELDS)[F]];

/** The readable cells of a row, by field. */
export type RowValues = { [F in ColumnField]?: ValueOf<F> };

export interface Problem {
  field: ColumnField;
  reason: string;
}

export interface RowReading {
  line: number;
  values: RowValues;
  problems: Problem[];
}

/** Longer texts are cut: no title, product name or note of an export comes near. */
const LONGEST_TEXT = 1_000;

/** Columns that Roster knows and has no use for. */
const UNREAD: ReadonlySet<ColumnField> = new Set(["profile", "lastPostAt"]);

/** A function that reads the cells of a table's rows by what the import was accepted with. */
export function rowReader(
  table: Pick<Table, "columns" | "brandColumns">,
  accepted: Accepted,
): (row: RawRow) => RowReading {
  const columns = (Object.entries({ ...table.columns, ...brandFigures(table, accepted) }) as [ColumnField, number][])
    .filter(([field]) => !UNREAD.has(field))
    .map(([field, index]) => ({ field, index, read: cellReader(field, accepted) }));

  return ({ line, cells }) => {
    const values: Record<string, unknown> = {};
    const problems: Problem[] = [];
    for (const { field, index, read } of columns) {
      const cell = cells[index];
      if (cell === undefined || cell === "") continue;
      const value = read(cell);
      if (value === undefined) continue;
      if (value instanceof Unreadable) problems.push({ field, reason: value.reason });
      else values[field] = value;
    }
    return { line, values: values as RowValues, problems };
  };
}

/** The columns whose headers carry the name that was settled on when the file was accepted. */
function brandFigures(
  { brandColumns }: Pick<Table, "brandColumns">,
  { figuresOf }: Accepted,
): Partial<Record<ColumnField, number>> {
  const read = brandColumns.filter(({ brand }) => brand === figuresOf);
  return Object.fromEntries(read.map(({ field, index }) => [field, index]));
}

function cellReader(field: ColumnField, accepted: Accepted): (cell: string) => Read<unknown> {
  if (field === "badge") return normalizeBadge;
  if (field === "orderStatus") return normalizeSampleStatus;
  return READERS[COLUMN_FIELDS[field]](accepted, field);
}

const asIs = (cell: string) => cell;

const READERS: Record<CellKind, (accepted: Accepted, field: ColumnField) => (cell: string) => Read<unknown>> = {
  handle: () => normalizeHandle,
  id: () => normalizeId,
  text: () => remembering((cell) => normalizeText(cell, LONGEST_TEXT)),
  email: () => remembering(normalizeEmail),
  phone: ({ country }) => remembering((cell) => normalizePhone(cell, country)),
  name: () => asIs,
  address: () => asIs,
  money:
    ({ currency }) =>
    (cell) =>
      normalizeMoney(cell, currency),
  count: () => normalizeCount,
  rate: () => normalizeRate,
  time: ({ zone, dayOrders, country }, field) => {
    const dayOrder = dayOrders[field] ?? countryDayOrder(country);
    return remembering((cell) => normalizeTime(cell, { zone, dayOrder }));
  },
};
