import type { Cell, ColumnFormat } from "../../core/contract/index.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A cell as `setValues` has to be given it, which reads texts as if they were typed. The apostrophe makes a text of
 * whatever follows: no formula, no number of 19 digits that loses its end, no phone that loses its plus.
 */
export function asTyped(cell: Cell, format: ColumnFormat): Cell {
  if (cell === null) return "";
  if (typeof cell !== "string" || cell === "") return cell;
  return format === "date" && DAY.test(cell) ? cell : `'${cell}`;
}

/**
 * The same for a cell of the text format `@`, which takes texts as they are. What would be a formula or an escape gets
 * an apostrophe all the same: whether Google shows it there or takes it away, no formula comes of it.
 */
export function asText(cell: Cell): Cell {
  if (cell === null) return "";
  return typeof cell === "string" && /^[=']/.test(cell) ? `'${cell}` : cell;
}

/** What was meant by a text in a cell: without the apostrophe of `asText`, where Google kept it. */
export const asMeant = (text: string): string => (/^'[=']/.test(text) ? text.slice(1) : text);
