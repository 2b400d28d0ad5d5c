import { FIRST_YEAR, fullYear, isDay, LAST_YEAR, monthNamed } from "./calendar.js";
import { quote } from "./quote.js";
import { millisecondsOf, offsetOf, TIME, ZONE } from "./time-of-day.js";
import { Unreadable } from "./unreadable.js";

/** Which of the two comes first in dates like 11/12/2025. */
export type DayOrder = "month-first" | "day-first";

/** What a cell says about a point in time, before anybody asks where. */
export interface WallClock {
  /** The date and time as written, in milliseconds as though it were UTC. */
  ms: number;
  /** Minutes east of UTC, where the cell says so. */
  offset?: number;
}

/** A date in words and figures, with the six groups of its time and zone from `timeAt` on in `match`. */
interface WrittenDate {
  text: string;
  year: string | undefined;
  month: number;
  day: number;
  match: RegExpExecArray;
  timeAt: number;
  /** Set where the column's order decided which is the month. */
  dayOrder?: DayOrder;
}

/** After the date; six groups. */
const REST = String.raw`(?:(?:T|,?\s+(?:at\s+)?)${TIME}${ZONE})?$`;
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?`;
const pattern = (date: string): RegExp => new RegExp(`^${date}${REST}`, "i");

/** `2025-11-26T07:47:37Z`, `2025/11/26 07:47`. */
const YEAR_FIRST = pattern(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`);
/** `11/26/2025 7:47:37 AM`, `26.11.2025`, `11/26/25`: the order is the column's. */
const YEAR_LAST = pattern(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})`);
/** `Nov 26, 2025`, `Wednesday, November 26th 2025 at 7:47 AM`. */
const MONTH_NAMED_FIRST = pattern(String.raw`${WEEKDAY}([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`);
/** `26 Nov 2025`, `26-Nov-25`. */
const DAY_NAMED_FIRST = pattern(
  String.raw`${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[\s.-]{1,2}([a-z]{3,9})[\s.,-]{1,2}(\d{4}|\d{2})`,
);
/** `20251126`, ISO 8601's short form. */
const COMPACT = pattern(String.raw`(\d{4})(\d{2})(\d{2})`);
/** Days since 30 December 1899, as spreadsheets count: `45987.32`. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** 1 January 1970 as a serial number. */
const SERIAL_OF_1970 = 25_569;
const DAY_SECONDS = 86_400;

/** The longest date in words stays below this. */
const LONGEST = 60;

/** Reads a trimmed cell that is not blank. */
export function readWallClock(text: string, dayOrder: DayOrder): WallClock | Unreadable {
  if (text.length > LONGEST) return notADate(text);

  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [, year, , month, day] = yearFirst;
    return clockOf({ text, year, month: Number(month), day: Number(day), match: yearFirst, timeAt: 5 });
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) {
    const [, one, , other, year] = yearLast;
    const [month, day] = dayOrder === "month-first" ? [one, other] : [other, one];
    return clockOf({ text, year, month: Number(month), day: Number(day), match: yearLast, timeAt: 5, dayOrder });
  }
  return SERIAL.test(text) ? serialClock(text) : readRare(text);
}

/** What one date proves about the order in its column: the order in which alone it is a day. */
export function provenOrder(text: string): DayOrder | undefined {
  const match = text.length > LONGEST ? null : YEAR_LAST.exec(text);
  if (match === null) return undefined;

  const [, one, , other, digits = ""] = match;
  const year = fullYear(digits);
  const monthFirst = isDay(year, Number(one), Number(other));
  const dayFirst = isDay(year, Number(other), Number(one));
  if (monthFirst === dayFirst) return undefined;
  return monthFirst ? "month-first" : "day-first";
}

function readRare(text: string): WallClock | Unreadable {
  const monthFirst = MONTH_NAMED_FIRST.exec(text);
  if (monthFirst !== null) {
    const [, month = "", day, year] = monthFirst;
    return clockOf({ text, year, month: monthNamed(month), day: Number(day), match: monthFirst, timeAt: 4 });
  }
  const dayFirst = DAY_NAMED_FIRST.exec(text);
  if (dayFirst !== null) {
    const [, day, month = "", year] = dayFirst;
    return clockOf({ text, year, month: monthNamed(month), day: Number(day), match: dayFirst, timeAt: 4 });
  }
  const compact = COMPACT.exec(text);
  if (compact === null) return notADate(text);
  const [, year, month, day] = compact;
  return clockOf({ text, year, month: Number(month), day: Number(day), match: compact, timeAt: 4 });
}

function clockOf({ text, year = "", month, day, match, timeAt, dayOrder }: WrittenDate): WallClock | Unreadable {
  const fourDigits = fullYear(year);
  if (!isDay(fourDigits, month, day)) return notADay(text, dayOrder);
  const midnight = Date.UTC(fourDigits, month - 1, day);
  const hours = match[timeAt];
  if (hours === undefined) return { ms: midnight };

  const time = millisecondsOf(hours, match[timeAt + 1] ?? "", match[timeAt + 2], match[timeAt + 3], match[timeAt + 4]);
  if (time === undefined) return new Unreadable(`${quote(text)} has a time that no clock shows`);
  const zone = match[timeAt + 5];
  if (zone === undefined) return { ms: midnight + time };
  const offset = offsetOf(zone);
  if (offset === undefined) return new Unreadable(`${quote(text)} is further from UTC than any time zone`);
  return { ms: midnight + time, offset };
}

function serialClock(text: string): WallClock | Unreadable {
  // The file rounds a day's fraction, so it means a whole second.
  const ms = Math.round((Number(text) - SERIAL_OF_1970) * DAY_SECONDS) * 1000;
  return ms >= 0 && ms < Date.UTC(LAST_YEAR + 1, 0) ? { ms } : notADate(text);
}

function notADate(text: string): Unreadable {
  return new Unreadable(`${quote(text)} is no date; expected one such as 2025-11-26 or 11/26/2025 7:47:37 AM`);
}

function notADay(text: string, dayOrder: DayOrder | undefined): Unreadable {
  const order = dayOrder === undefined ? "" : `; this column is read ${dayOrder.replace("-", " ")}`;
  return new Unreadable(`${quote(text)} is no day between ${FIRST_YEAR} and ${LAST_YEAR}${order}`);
}
