import type { Span } from "./ast.js";
import type { Format } from "./field.js";
import { Mistake } from "./query-error.js";

const NUMBER = /^([+-]?)\p{Sc}?(\d{1,16}(?:\.\d{1,9})?)([kmb%]?)$/iu;

/** Rates are told apart by nine decimals, and are no higher than this; so they print and read back exactly. */
const RATE_STEPS = 1e9;
const MAX_RATE = 1e6;

/** Powers of ten that a letter after the number stands for. */
const POWERS: Readonly<Record<string, number>> = { "": 0, k: 3, m: 6, b: 9, "%": -2 };

/** In the unit of storage: `5k` of money is 500000 cents, `5%` is 0.05. */
export function readNumber(text: string, span: Span, format: Format): number {
  const [, sign, digits, letter = ""] = NUMBER.exec(text) ?? [];
  const power = POWERS[letter.toLowerCase()];
  if (digits === undefined || power === undefined || (letter === "%" && format !== "rate")) {
    throw new Mistake(span, `"${text}" is not a number; numbers look like 500, 1.5k, 2m`);
  }
  const scale = power + (format === "money" ? 2 : 0);
  const exact = Number(`${sign}${digits}e${scale}`);
  const value = (format === "rate" ? Math.round(exact * RATE_STEPS) / RATE_STEPS : exact) + 0;
  if (format !== "rate" && !Number.isInteger(value)) {
    throw new Mistake(span, format === "money" ? "Money has at most two decimals" : "A count is a whole number");
  }
  if (Math.abs(value) > (format === "rate" ? MAX_RATE : Number.MAX_SAFE_INTEGER))
    throw new Mistake(span, "This number is too large");
  return value;
}
