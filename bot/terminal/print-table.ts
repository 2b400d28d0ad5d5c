import { inOneLine, type Paint } from "./paint.js";

/** One column of a table: its title, and what a row has there. */
export interface Column<Row> {
  title: string;
  cell: (row: Row) => string | number | undefined;
  /** Numbers stand to the right. */
  right?: boolean;
  colour?: (row: Row) => keyof Paint | undefined;
}

const GAP = "  ";

/** A table as lines, its titles bold; a column that no row has anything in is left out. */
export function printTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], paint: Paint): string {
  const filled = columns
    .map((column) => ({ ...column, cells: rows.map((row) => written(column.cell(row))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
    .map((column) => ({ ...column, width: Math.max(...[column.title, ...column.cells].map(widthOf)) }));

  const titles = filled.map(({ title, width, right }) => paint.bold(pad(title, width, right)));
  const lines = rows.map((row, index) =>
    filled.map(({ cells, width, right, colour }) => {
      const text = pad(cells[index] ?? "", width, right);
      const of = colour?.(row);
      return of && text.trim() !== "" ? paint[of](text) : text;
    }),
  );
  return [titles, ...lines].map((line) => line.join(GAP).trimEnd()).join("\n");
}

function written(cell: string | number | undefined): string {
  return typeof cell === "number" ? cell.toLocaleString("en-US") : inOneLine(cell ?? "");
}

const widthOf = (text: string): number => [...text].length;

function pad(text: string, width: number, right = false): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}
