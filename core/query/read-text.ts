import type { TextValue } from "./ast.js";
import type { TextField } from "./field.js";
import { Mistake } from "./query-error.js";
import type { RawValue } from "./scanner.js";
import { type Match, textPattern } from "./text-pattern.js";

/** One text to look for, in a field or, as a bare word, wherever the list looks for words. */
export function readText(raw: RawValue, field?: TextField): TextValue {
  const { operator, text, quoted, start, end } = raw;
  if (operator !== undefined && operator !== "=") {
    throw new Mistake(raw, `${field?.name}: is a text, which takes no ${operator}`, raw.text);
  }
  const exact = operator === "=";
  const value: TextValue = { text, wild: !quoted && !exact && text.includes("*"), exact, start, end };
  checkLetters(value, field?.match ?? "word");
  return value;
}

/** What folds to nothing would fit everything. A lone `*` says so openly. */
function checkLetters(value: TextValue, match: Match): void {
  if (/^\*+$/.test(value.text) && value.wild) return;
  if (textPattern(value, match).pieces.length > 0) return;
  throw new Mistake(value, match === "phone" ? "A phone number has digits" : "There is no letter to look for");
}
