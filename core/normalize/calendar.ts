/** Years in which a creator's samples, videos and messages can lie, with much room; 1899 and 9999 mean "none". */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2099;
/** Years of two digits below it are of this century, as POSIX reads them. */
const CENTURY_TURN = 70;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FEBRUARY = 2;

const MONTHS = new Map<string, number>([["sept", 9]]);
const MONTH_NAMES = "january february march april may june july august september october november december".split(" ");
for (const [index, name] of MONTH_NAMES.entries()) {
  MONTHS.set(name, index + 1).set(name.slice(0, 3), index + 1);
}

/** 1 to 12 for an English month, whole or by its first three letters; 0 for any other word. */
export function monthNamed(word: string): number {
  return MONTHS.get(word.toLowerCase()) ?? 0;
}

/** The year that four or two digits mean. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year + (year < CENTURY_TURN ? 2000 : 1900);
}

/** Whether the calendar has this day, in a year that can be meant. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || day < 1) return false;
  const leapDay = month === FEBRUARY && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day <= (LENGTHS[month - 1] ?? 0) + leapDay;
}
