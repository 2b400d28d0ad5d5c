import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { type Read, Unreadable } from "./unreadable.js";
import { type DayOrder, provenOrder, readWallClock } from "./wall-clock.js";
import { instantOf } from "./zone-clock.js";

export type { DayOrder };

/**
 * Countries that write the month first: the US and its territories, the Marshall Islands and the Philippines (Unicode
 * CLDR, short dates in English) and the states in free association with the US, whose post and trade follow it.
 */
const MONTH_FIRST_COUNTRIES = new Set(["US", "AS", "GU", "MP", "PR", "UM", "VI", "FM", "MH", "PW", "PH"]);
const MINUTE_MS = 60_000;
const DAY_LENGTH = "yyyy-mm-dd".length;

/** The order of a country (ISO 3166, two letters), for columns whose cells prove none. */
export function countryDayOrder(country: string): DayOrder {
  return MONTH_FIRST_COUNTRIES.has(country.toUpperCase()) ? "month-first" : "day-first";
}

/** What one cell proves about its column: 11/26/2025 is month first, 26/11/2025 day first, 11/12/2025 proves nothing. */
export function dayOrderOf(cell: string): DayOrder | undefined {
  return provenOrder(cellText(cell));
}

/** An instant. A cell without a zone is read in `zone` (IANA name, the brand's), one without a time at midnight. */
export function normalizeTime(cell: string, { zone, dayOrder }: { zone: string; dayOrder: DayOrder }): Read<Date> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;
  const clock = readWallClock(text, dayOrder);
  if (clock instanceof Unreadable) return clock;
  const { ms, offset } = clock;
  return new Date(offset === undefined ? instantOf(ms, zone) : ms - offset * MINUTE_MS);
}

/** A day as `yyyy-mm-dd`, as written: its time and zone do not move it. */
export function normalizeDay(cell: string, { dayOrder }: { dayOrder: DayOrder }): Read<string> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;
  const clock = readWallClock(text, dayOrder);
  return clock instanceof Unreadable ? clock : new Date(clock.ms).toISOString().slice(0, DAY_LENGTH);
}
