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
