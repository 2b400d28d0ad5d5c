import { type DayOrder, dayOrderOf, normalizeDay } from "../../normalize/index.js";
import type { DateRange, RawRow } from "./table.js";

/** `2025-11-01`, `11/1/2025`, `1.11.25`, `Nov 1, 2025`, `1 November 2025`, `20251101`. */
const DAY =
  /\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9}\.? \d{4}|20\d{6})\b/gi;

/** The days between which a file's figures lie, from a line before its header: the first that holds two days. One day alone may be that of the export. */
export function findDateRange(before: readonly RawRow[], dayOrder: DayOrder = "month-first"): DateRange | undefined {
  for (const { cells } of before) {
    const range = rangeIn(cells.join(" ").replace(/\s+/g, " "), dayOrder);
    if (range !== undefined) return range;
  }
  return undefined;
}

function rangeIn(text: string, fallback: DayOrder): DateRange | undefined {
  const written = text.match(DAY) ?? [];
  const proven = written.map((day) => dayOrderOf(day)).find((order) => order !== undefined);
  const days = written.flatMap((day) => {
    const read = normalizeDay(day, { dayOrder: proven ?? fallback });
    return typeof read === "string" ? [read] : [];
  });
  const [first, last, more] = days;
  if (first === undefined || last === undefined || more !== undefined) return undefined;
  return first <= last ? { first, last } : { first: last, last: first };
}
