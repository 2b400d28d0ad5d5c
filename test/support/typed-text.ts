/** What a cell holds: a day is its serial number, told apart by the cell's number format. */
export type CellContent = string | number | boolean | null;

export interface Entered {
  value: CellContent;
  formula?: string;
  /** A number format that the text itself asks for. */
  format?: string;
}

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet. */
const FIRST_DAY = Date.UTC(1899, 11, 30);

export const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY_MS;
export const dayOf = (serial: number): string => new Date(FIRST_DAY + serial * DAY_MS).toISOString().slice(0, 10);
/** Whether a number format shows days. */
export const isDayFormat = (format: string): boolean => /y/i.test(format) && /d/i.test(format);

/** Calculations are not made: a formula shows this. */
export const CALCULATED = "#CALC";

/**
 * A text as Google reads it when it is typed into a cell. In the text format `@` nothing is read, and whether a first
 * apostrophe goes there is told by `inText`.
 */
export function readTyped(text: string, format: string, inText: "kept" | "taken"): Entered {
  if (format === "@") return { value: inText === "taken" && text.startsWith("'") ? text.slice(1) : text };
  if (text === "") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith("=") || (/^[+-]/.test(text) && !isNumber(text))) {
    return { value: CALCULATED, formula: text.startsWith("=") ? text : `=${text}` };
  }
  if (isNumber(text)) return { value: Number(text.replace(/[$,\s]/g, "")) };
  if (/^-?[\d.]+%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, format: "0.00%" };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  const day = readDay(text);
  return day === undefined ? { value: text } : { value: day, format: "yyyy-mm-dd" };
}

const isNumber = (text: string): boolean => /^[+-]?\$?\d[\d,\s]*(\.\d+)?(e[+-]?\d+)?$/i.test(text.trim());

function readDay(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hour !== undefined) return (Number(hour) * 60 + Number(minute)) / 1_440;
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const serial = serialOf(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return Number.isNaN(serial) ? undefined : serial;
}
