import { type DayOrder, dayOrderOf } from "../../normalize/index.js";
import { COLUMN_FIELDS, type ColumnField } from "../sources/index.js";
import { fileError } from "./file-error.js";
import type { RawRow, Table } from "./table.js";

interface Evidence {
  line: number;
  cell: string;
}

/** What the rows of a table say about the order of day and month in each column of times. */
export class DayOrders {
  private readonly table: Table;
  private readonly columns: [ColumnField, number][];
  private readonly evidence = new Map<ColumnField, Partial<Record<DayOrder, Evidence>>>();
  private readonly open = new Set<ColumnField>();

  constructor(table: Table) {
    this.table = table;
    const columns = Object.entries(table.columns) as [ColumnField, number][];
    this.columns = columns.filter(([field]) => COLUMN_FIELDS[field] === "time");
  }

  /** @throws CrmError `refused` naming two cells of which one can only be month first, the other only day first. */
  add({ line, cells }: RawRow): void {
    for (const [field, index] of this.columns) {
      const cell = cells[index] ?? "";
      const order = cell === "" ? undefined : dayOrderOf(cell);
      if (order !== undefined) this.note(field, order, { line, cell });
      else if (!this.open.has(field) && dependsOnOrder(cell)) this.open.add(field);
    }
  }

  get proven(): Partial<Record<ColumnField, DayOrder>> {
    const orders = [...this.evidence].map(([field, seen]) => [
      field,
      seen["month-first"] ? "month-first" : "day-first",
    ]);
    return Object.fromEntries(orders);
  }

  /** The columns with dates that need an order and no date that proves one: the brand's country decides. */
  get ambiguous(): ColumnField[] {
    return [...this.open].filter((field) => !this.evidence.has(field));
  }

  private note(field: ColumnField, order: DayOrder, seen: Evidence): void {
    const evidence = this.evidence.get(field) ?? {};
    this.evidence.set(field, evidence);
    evidence[order] ??= seen;
    const month = evidence["month-first"];
    const day = evidence["day-first"];
    if (month !== undefined && day !== undefined) throw this.bothWays(field, month, day);
  }

  private bothWays(field: ColumnField, month: Evidence, day: Evidence): Error {
    const header = this.table.headers[this.table.columns[field] ?? -1]?.trim();
    const says = `"${month.cell.trim()}" in line ${month.line} has the month first, "${day.cell.trim()}" in line ${day.line} the day`;
    const problem = `column "${header}": ${says}. Write the whole column one way.`;
    return fileError(this.table.file, Math.max(month.line, day.line), problem);
  }
}

/** A date like 3/4/2025, which is another day when read the other way. */
function dependsOnOrder(cell: string): boolean {
  const match = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}\b/.exec(cell);
  return match !== null && Number(match[1]) !== Number(match[2]);
}
