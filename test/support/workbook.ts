import { type CellContent, readTyped } from "./typed-text.js";

export interface GridCell {
  value: CellContent;
  formula?: string;
  /** Number format; `General` unless somebody chose one. */
  format: string;
  note: string;
  background: string;
}

export interface Metadata {
  key: string;
  value: string;
  visibility: "DOCUMENT" | "PROJECT";
}

export interface Protection {
  description: string;
  warningOnly: boolean;
}

/** What belongs to a whole column, and goes where it goes. */
export interface GridColumn {
  hidden: boolean;
  width: number;
  metadata: Metadata[];
  protection?: Protection;
}

export interface NewSheet {
  id?: number;
  title: string;
  rows?: number;
  columns?: number;
}

/** A spreadsheet in memory, under whatever speaks for Google: cells, and what people and programs do to them. */
export class Workbook {
  readonly sheets: GridSheet[] = [];
  zone = "America/New_York";
  /** What the text format makes of a first apostrophe. */
  inText: "kept" | "taken" = "kept";
  /** Index of the sheet in front. */
  front = 0;

  readonly id: string;
  title: string;

  constructor(id: string, title = "Creators") {
    this.id = id;
    this.title = title;
    this.addSheet({ id: 0, title: "Sheet1" });
  }

  addSheet({ id, title, rows = 1_000, columns = 26 }: NewSheet): GridSheet {
    if (this.sheets.some((each) => each.title === title)) throw new Error(`There is a sheet named "${title}" already.`);
    const sheet = new GridSheet(this, id ?? 11 + Math.max(0, ...this.sheets.map((each) => each.id)), title);
    sheet.insertRows(0, rows);
    sheet.insertColumns(0, columns);
    this.sheets.push(sheet);
    return sheet;
  }

  deleteSheet(id: number): void {
    const index = this.sheets.findIndex((each) => each.id === id);
    if (index < 0 || this.sheets.length === 1) throw new Error("You can't remove all the sheets in a document.");
    this.sheets.splice(index, 1);
    this.front = Math.min(this.front, this.sheets.length - 1);
  }

  sheet(title: string): GridSheet {
    const sheet = this.sheets.find((each) => each.title === title);
    if (!sheet) throw new Error(`no sheet "${title}" among ${this.sheets.map((each) => each.title).join(", ")}`);
    return sheet;
  }

  /** As "Make a copy" does: the same sheets with their ids, under another id. */
  copy(id: string): Workbook {
    const copy = new Workbook(id, `Copy of ${this.title}`);
    copy.sheets.splice(0, 1, ...this.sheets.map((each) => each.copyTo(copy)));
    return Object.assign(copy, { zone: this.zone, inText: this.inText, front: this.front });
  }

  /** Cells that were written since the start, by anybody. */
  get written(): number {
    return this.sheets.reduce((sum, each) => sum + each.written, 0);
  }
}

const EMPTY: Readonly<GridCell> = { value: null, format: "General", note: "", background: "#ffffff" };

/** Rows and columns count from 0. */
export class GridSheet {
  hidden = false;
  frozenRows = 0;
  frozenColumns = 0;
  protection?: Protection;
  written = 0;
  columns: GridColumn[] = [];
  readonly id: number;
  title: string;
  private readonly workbook: Workbook;
  private rows: (GridCell | undefined)[][] = [];

  constructor(workbook: Workbook, id: number, title: string) {
    this.workbook = workbook;
    this.id = id;
    this.title = title;
  }

  get rowCount(): number {
    return this.rows.length;
  }

  cell(row: number, column: number): Readonly<GridCell> {
    this.require(row, column);
    return this.rows[row]?.[column] ?? EMPTY;
  }

  /** Texts, for expectations: a formula as it is, an empty cell as "". */
  texts(): string[][] {
    return this.rows
      .slice(0, this.lastRow)
      .map((_, row) => this.columns.slice(0, this.lastColumn).map((_c, column) => this.textAt(row, column)));
  }

  private textAt(row: number, column: number): string {
    const { value, formula } = this.cell(row, column);
    return formula ?? String(value ?? "");
  }

  /** What a person types; a number or a check mark is taken as it is. */
  type(row: number, column: number, value: CellContent): void {
    const { format } = this.cell(row, column);
    const entered = typeof value === "string" ? readTyped(value, format, this.workbook.inText) : { value };
    this.change(row, column, { formula: undefined, ...entered });
    this.written += 1;
  }

  /** A value that is not read at all. */
  put(row: number, column: number, value: CellContent): void {
    this.change(row, column, { value: value === "" ? null : value, formula: undefined });
    this.written += 1;
  }

  change(row: number, column: number, change: Partial<GridCell>): void {
    this.require(row, column);
    const line = this.rows[row];
    if (line) line[column] = { ...(line[column] ?? EMPTY), ...change };
  }

  /** Rows and columns up to the last that holds something. */
  get lastRow(): number {
    for (let row = this.rows.length; row > 0; row -= 1) if (this.rows[row - 1]?.some(holds)) return row;
    return 0;
  }

  get lastColumn(): number {
    return this.rows.reduce((most, line) => Math.max(most, line.findLastIndex(holds) + 1), 0);
  }

  /** New rows look like the one above. */
  insertRows(at: number, count: number): void {
    const above = this.rows[at - 1]?.map(looksOf);
    this.rows.splice(at, 0, ...Array.from({ length: count }, () => [...(above ?? [])]));
    this.requireSize();
  }

  deleteRows(at: number, count: number): void {
    this.require(at + count - 1, 0);
    if (count === this.rows.length) throw new Error("You can't delete all the rows on the sheet.");
    this.rows.splice(at, count);
  }

  /** New columns look like the one to their left. */
  insertColumns(at: number, count: number): void {
    this.columns.splice(at, 0, ...Array.from({ length: count }, () => ({ hidden: false, width: 100, metadata: [] })));
    for (const line of this.rows) {
      const left = looksOf(line[at - 1]);
      if (line.length >= at) line.splice(at, 0, ...new Array<GridCell | undefined>(count).fill(left));
    }
    this.requireSize();
  }

  deleteColumns(at: number, count: number): void {
    this.require(0, at + count - 1);
    this.columns.splice(at, count);
    for (const line of this.rows) line.splice(at, count);
  }

  /** People drag a column to before another, as the columns stood. */
  moveColumn(from: number, to: number): void {
    const place = to > from ? to - 1 : to;
    this.require(0, from);
    this.columns.splice(place, 0, ...this.columns.splice(from, 1));
    for (const line of this.rows) {
      while (line.length < this.columns.length) line.push(undefined);
      line.splice(place, 0, ...line.splice(from, 1));
    }
  }

  /** People sort rows below the header by a column; `columns` are those that they marked, else all. */
  sort(by: number, { columns, down = false }: { columns?: [from: number, to: number]; down?: boolean } = {}): void {
    const [from, to] = columns ?? [0, this.columns.length];
    const rows = this.rows.slice(this.frozenRows, this.lastRow);
    const order = rows.map((line) => ({ key: line[by]?.value ?? "", part: pad(line, to).slice(from, to) }));
    order.sort((one, other) => compare(one.key, other.key) * (down ? -1 : 1));
    for (const [at, line] of rows.entries()) pad(line, to).splice(from, to - from, ...(order[at]?.part ?? []));
  }

  copyTo(workbook: Workbook): GridSheet {
    const copy = new GridSheet(workbook, this.id, this.title);
    const { hidden, frozenRows, frozenColumns, protection } = this;
    return Object.assign(copy, {
      ...structuredClone({ hidden, frozenRows, frozenColumns, protection, columns: this.columns }),
      rows: structuredClone(this.rows),
    });
  }

  private requireSize(): void {
    if (this.rows.length * this.columns.length <= MOST_CELLS) return;
    throw new Error(
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    );
  }

  private require(row: number, column: number): void {
    if (row >= 0 && column >= 0 && row < this.rows.length && column < this.columns.length) return;
    const grid = `${this.rows.length} × ${this.columns.length}`;
    throw new Error(`Those cells are out of bounds: row ${row}, column ${column} of ${grid} in "${this.title}".`);
  }
}

/** Of the whole spreadsheet, at Google. */
const MOST_CELLS = 10_000_000;

/** A cell's format and colour, without what it holds. */
const looksOf = (cell: GridCell | undefined): GridCell | undefined =>
  cell && { ...EMPTY, format: cell.format, background: cell.background };

const holds = (cell: GridCell | undefined): boolean =>
  cell !== undefined && (cell.formula !== undefined || (cell.value !== null && cell.value !== ""));

function pad(line: (GridCell | undefined)[], length: number): (GridCell | undefined)[] {
  while (line.length < length) line.push(undefined);
  return line;
}

function compare(one: string | number | boolean, other: string | number | boolean): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one) < String(other) ? -1 : Number(String(one) !== String(other));
}
