/** A number as text, so that no digit is lost: `1,234.50` is whole `1234`, fraction `50`. */
export interface Decimal {
  whole: string;
  fraction: string;
  /**
   * The one separator could stand for thousands as well as for a decimal point: `1,234`, `1.234`.
   * It is read the English way, and named here for whoever knows better.
   */
  unsure?: "," | ".";
}

const PLAIN = /^(\d+)(?:\.(\d*))?$|^\.(\d+)$/;
/** `1,234` and `1,234,567.89`. */
const COMMA_GROUPS = /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d*))?$/;
/** `1.234.567` and `1.234,56`; a single group without decimals is plain. */
const DOT_GROUPS = /^([1-9]\d{0,2}(?:\.\d{3}){2,})$|^([1-9]\d{0,2}(?:\.\d{3})+),(\d{1,2})$/;
/** `1 234,56` and `1'234.56`: thousands as France and Switzerland write them. */
const SPACE_GROUPS = /^([1-9]\d{0,2}(?:[\s'’]\d{3})+)(?:[.,](\d{1,2}))?$/;
/** A comma that thousands cannot explain: `12,5`, `1234,50`, `0,125`. */
const COMMA_DECIMAL = /^(\d+),(\d{1,2})$|^(0),(\d+)$/;
const SEPARATORS = /[.,\s'’]/g;
const LEADING_ZEROS = /^0+(?=\d)/;
const FIVE = "5".charCodeAt(0);

/** No number that means something is longer; whatever is longer is not looked at. */
export const LONGEST_NUMBER = 64;
const PLACES = new Map([
  ["k", 3],
  ["m", 6],
  ["b", 9],
]);

/** Reads digits with separators and no sign, or `undefined` for anything else. */
export function readDecimal(text: string): Decimal | undefined {
  const plain = PLAIN.exec(text);
  if (plain !== null) {
    const whole = plain[1] ?? "0";
    const fraction = plain[2] ?? plain[3] ?? "";
    const unsure = fraction.length === 3 && whole.length <= 3 && !whole.startsWith("0");
    return decimalOf(whole, fraction, unsure ? "." : undefined);
  }
  const commas = COMMA_GROUPS.exec(text);
  if (commas?.[1] !== undefined) {
    // One group has at most seven characters: 123,456.
    const unsure = commas[2] === undefined && commas[1].length <= 7;
    return decimalOf(commas[1], commas[2] ?? "", unsure ? "," : undefined);
  }
  return readContinental(text);
}

function readContinental(text: string): Decimal | undefined {
  const match = DOT_GROUPS.exec(text) ?? COMMA_DECIMAL.exec(text);
  if (match !== null) return decimalOf(match[1] ?? match[2] ?? match[3] ?? "", lastOf(match));
  const spaces = SPACE_GROUPS.exec(text);
  return spaces === null ? undefined : decimalOf(spaces[1] ?? "", spaces[2] ?? "");
}

/** The last group that matched, when it is not the only one: the decimals. */
function lastOf(match: RegExpExecArray): string {
  const groups = match.slice(1).filter((group) => group !== undefined);
  return groups.length > 1 ? (groups.at(-1) ?? "") : "";
}

function decimalOf(whole: string, fraction: string, unsure?: "," | "."): Decimal {
  return { whole: whole.replace(SEPARATORS, "").replace(LEADING_ZEROS, ""), fraction, unsure };
}

/**
 * The decimal times ten to the power of `places`, as an integer; what is left is rounded half up.
 *
 * Works on the digits, since 1.005 × 100 in floating point is 100.49999999999999. `undefined` beyond the integers that
 * a double holds exactly (2^53 − 1).
 */
export function scaleToInteger({ whole, fraction }: Decimal, places: number): number | undefined {
  const kept = Number(whole + fraction.slice(0, places).padEnd(places, "0"));
  const scaled = kept + (fraction.charCodeAt(places) >= FIVE ? 1 : 0);
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}

/** How many places `K`, `M` or `B` moves the decimal point; none without a suffix. */
export function placesOf(suffix: string | undefined): number {
  return suffix === undefined ? 0 : (PLACES.get(suffix.toLowerCase()) ?? 0);
}
