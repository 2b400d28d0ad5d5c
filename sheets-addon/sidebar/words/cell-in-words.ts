import type { Cell } from "../../../core/contract/index.js";

/** A value as people read it; nothing for an empty cell. */
export function cellInWords(cell: Cell): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return typeof cell === "number" ? cell.toLocaleString("en-US", { maximumFractionDigits: 9 }) : cell;
}
