import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { LONGEST_NUMBER, placesOf, readDecimal, scaleToInteger } from "./decimal.js";
import { quote } from "./quote.js";
import { type Read, Unreadable } from "./unreadable.js";

/** Digits, K/M/B, and a word for what is counted. Other words are refused: `12 thousand` is not 12. */
const COUNT =
  /^([\d.](?:[\d.,\s'’]*[\d.])?)\s*([kmb](?![a-z]))?(?:\s*(?:followers?|fans|likes?|views?|comments?|shares?|videos?|posts?|orders?|items?|units?|pcs))?$/i;
const NEGATIVE = /^[-−(]/;
const ZEROS = /^0*$/;

/** A whole number, never negative: `1,234`, `12.0`, `12.3k`, `1.5K followers`. What K, M or B leaves is rounded. */
export function normalizeCount(cell: string): Read<number> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;

  const match = text.length > LONGEST_NUMBER ? null : COUNT.exec(text);
  const decimal = match === null ? undefined : readDecimal(match[1] ?? "");
  if (match === null || decimal === undefined) return new Unreadable(reasonAgainst(text));

  const suffix = match[2];
  if (suffix === undefined && decimal.unsure === ".") {
    return new Unreadable(`${quote(text)} may mean thousands or decimals; expected a whole number such as 1,234`);
  }
  if (suffix === undefined && !ZEROS.test(decimal.fraction)) {
    return new Unreadable(`${quote(text)} is not whole; expected a count such as 1,234 or 12.3k`);
  }
  return scaleToInteger(decimal, placesOf(suffix)) ?? new Unreadable(`${quote(text)} is too large for a count`);
}

function reasonAgainst(text: string): string {
  if (NEGATIVE.test(text)) return `${quote(text)} is negative; expected a count such as 1,234 or 12.3k`;
  return `${quote(text)} is no count; expected one such as 1,234 or 12.3k`;
}
