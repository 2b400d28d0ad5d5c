import type { DataTableBlock } from "@slack/types";
import type { Cell, ListColumn } from "./list-columns.js";
import { cutTo } from "./parts.js";
import { inOneLine } from "./text.js";

/** Letters of all cells together. Slack takes 10,000, and 13,200 of the whole message: the rest is for what stands beside. */
const MOST_CELL_LETTERS = 9_000;

/** Rows that a reader sees at once; the table turns its own pages. */
const PAGE_SIZE = 20;

/** Nothing known: Slack takes no empty cell. */
const UNKNOWN = "–";

export interface ListTable {
  table: DataTableBlock;
  /** Titles of the columns that there was no room for. */
  leftOut: string[];
}

/** A table of some rows; of columns that say something as many as there is room for. */
export function listTable<Row>(caption: string, columns: readonly ListColumn<Row>[], rows: readonly Row[]): ListTable {
  const filled = columns
    .map((column) => ({ ...column, texts: [column.title, ...rows.map((row) => shown(column, column.cell(row)))] }))
    .filter(({ spare, texts }) => spare === 0 || texts.slice(1).some((text) => text !== UNKNOWN));
  const kept = keepWhatFits(filled);
  const leftOut = filled.filter(({ title }) => !kept.some((other) => other.title === title));
  const head = kept.map(({ title }) => ({ type: "raw_text" as const, text: title }));
  const body = rows.map((row) => kept.map((column) => cellOf(column, column.cell(row))));
  return {
    table: {
      type: "data_table",
      caption: cutTo(caption, 300),
      page_size: PAGE_SIZE,
      row_header_column_index: Math.max(
        0,
        kept.findIndex(({ spare }) => spare === 0),
      ),
      rows: [head, ...body],
    },
    leftOut: leftOut.map(({ title }) => title),
  };
}

interface Filled {
  title: string;
  spare: number;
  texts: string[];
}

function keepWhatFits<C extends Filled>(columns: readonly C[]): C[] {
  const letters = columns.reduce((sum, { texts }) => sum + texts.reduce((each, text) => each + text.length, 0), 0);
  const most = Math.max(...columns.map(({ spare }) => spare));
  if (letters <= MOST_CELL_LETTERS || most === 0) return [...columns];
  return keepWhatFits(columns.filter(({ spare }) => spare < most));
}

function shown({ most }: Pick<ListColumn<never>, "most">, cell: Cell): string {
  const text = typeof cell === "object" ? cell.text : cell;
  return cutTo(inOneLine(text ?? ""), most) || UNKNOWN;
}

function cellOf(column: Pick<ListColumn<never>, "most">, cell: Cell): DataTableBlock["rows"][number][number] {
  const text = shown(column, cell);
  return typeof cell === "object" ? { type: "raw_number", value: cell.value, text } : { type: "raw_text", text };
}
