import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";
import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { quote } from "./quote.js";
import { type Read, Unreadable } from "./unreadable.js";

export interface Phone {
  /** E.164, `+18325550159`; masked, with asterisks in it: `+1832*****59`. */
  value: string;
  masked: boolean;
  /** Full, and as long as its country's numbers are. Nobody has called it. */
  verified: boolean;
}

/** E.164 has at most 15 digits; the cell may spell them out with an extension. */
const MOST_DIGITS = 15;
const LONGEST_CELL = 80;
const FLOAT = /^\+?\d+(?:[.,]\d+)?e\+?\d+$/i;
/** `18325550159.0`: what a table program makes of a column of numbers with gaps; no digit is lost. */
const WHOLE_FLOAT = /^(\+?\d+)\.0$/;
/** TikTok writes `(+1)8325550159`. */
const ENCLOSED_CODE = /^\(\+(\d{1,3})\)/;
const SPELLING = /[\s().-]/g;
/** `00` is how most of the world dials `+`. */
const EXIT_CODE = /^00/;
const MASKED = /^\+?[\d*]+$/;
const DIGIT = /\d/;
/** The North American numbering plan: ten digits after the 1. */
const NANP_LENGTH = 10;

/** A phone number; `country` (ISO 3166, the brand's) reads numbers without `+`. Extensions are cut off. */
export function normalizePhone(cell: string, country: string): Read<Phone> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;
  if (FLOAT.test(text)) {
    return new Unreadable(`${quote(text)} is a phone number that a spreadsheet rounded; export it again as CSV`);
  }
  const home = isSupportedCountry(country) ? country : undefined;
  if (text.includes("*")) return maskedPhone(text, home);
  return fullPhone(text, home);
}

function fullPhone(text: string, home: CountryCode | undefined): Read<Phone> {
  const spelled = text.replace(WHOLE_FLOAT, "$1").replace(ENCLOSED_CODE, "+$1 ");
  const number =
    spelled.length > LONGEST_CELL
      ? undefined
      : parsePhoneNumberFromString(spelled, { defaultCountry: home, extract: false });
  if (number === undefined) {
    return new Unreadable(`${quote(text)} is no phone number; expected one such as +1 832 555 0159`);
  }
  if (!number.isPossible()) {
    const place = number.country ?? `the numbers of +${number.countryCallingCode}`;
    return new Unreadable(`${quote(text)} is too short or too long for a phone number of ${place}`);
  }
  return { value: number.number, masked: false, verified: true };
}

function maskedPhone(text: string, home: CountryCode | undefined): Read<Phone> {
  const shown = text.replace(SPELLING, "").replace(EXIT_CODE, "+");
  // Nothing but asterisks says nothing.
  if (!DIGIT.test(shown)) return undefined;
  const value = shown.startsWith("+") ? shown : international(shown, home);
  if (!MASKED.test(value) || value.length > MOST_DIGITS + 1) {
    return new Unreadable(`${quote(text)} is no masked phone number; expected one such as (+1)832*****59`);
  }
  return { value, masked: true, verified: false };
}

/** Puts the home country's code before a masked number without one, so that it compares with full numbers. */
function international(shown: string, home: CountryCode | undefined): string {
  if (home === undefined) return shown;
  const code = getCountryCallingCode(home);
  if (code === "1") return shown.length > NANP_LENGTH && shown.startsWith("1") ? `+${shown}` : `+1${shown}`;
  return `+${code}${shown.startsWith("0") ? shown.slice(1) : shown}`;
}
