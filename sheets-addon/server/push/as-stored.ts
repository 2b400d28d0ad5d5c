import type { Cell, ColumnFormat } from "../../../core/contract/index.js";
import { asMeant } from "../../addon/as-typed.js";

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A moment as a spreadsheet counts it: days and parts of them. Without a zone: what a clock on the wall shows. */
export const serialOf = (isoTime: string): number =>
  (Date.parse(`${isoTime.slice(0, 19)}${isoTime.length > 10 ? "" : "T00:00:00"}Z`) - FIRST_DAY) / DAY_MS;

/**
 * A cell as it is written where nothing is parsed: a day is its number. Of two apostrophes that a text begins with,
 * `asMeant` takes one away when it is read.
 */
export function asStored(cell: Cell, format?: ColumnFormat): Cell {
  if (cell === null) return "";
  if (typeof cell !== "string") return cell;
  if (format === "date" && DAY.test(cell)) return serialOf(cell);
  return /^'[=']/.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was read where formulas are told as they are and days as numbers. */
export function asRead(value: unknown, format?: ColumnFormat): Cell {
  if (typeof value === "number") return format === "date" ? dayOf(value) : value;
  if (typeof value === "boolean") return value;
  return value === "" || value === null || value === undefined ? null : asMeant(String(value));
}

const SECONDS = 86_400;

function dayOf(serial: number): Cell {
  const time = new Date(FIRST_DAY + Math.round(serial * SECONDS) * 1_000);
  if (Number.isNaN(time.getTime())) return serial;
  return time
    .toISOString()
    .slice(0, 19)
    .replace("T", " ")
    .replace(/ 00:00:00$/, "");
}
