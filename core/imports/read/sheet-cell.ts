/** Spreadsheets calculate with 15 digits; what stands behind them is noise: 19.989999999999998 is 19.99. */
const DIGITS = 15;
const SECOND_MS = 1000;

/**
 * A cell of a workbook as the text that it would be in a CSV. Whole numbers above 2^53 have lost digits and keep the
 * form `7.69051E+18`, by which an id shows as spoilt.
 */
export function sheetCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return isoText(value);
  if (typeof value === "object" && "digits" in value) return numberText(String(value.digits));
  return String(value);
}

function numberText(digits: string): string {
  const number = Number(digits);
  if (!Number.isFinite(number)) return digits;
  if (Number.isSafeInteger(number)) return String(number);
  if (Number.isInteger(number)) return number.toExponential().toUpperCase();
  return String(Number(number.toPrecision(DIGITS)));
}

/** Sheets know no zones: the day, and the time to the second unless it is midnight. */
function isoText(date: Date): string {
  const iso = new Date(Math.round(date.getTime() / SECOND_MS) * SECOND_MS).toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
}
