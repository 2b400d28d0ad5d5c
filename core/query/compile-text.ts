import { escapePattern } from "../text/escape-pattern.js";
import { suffixPatterns } from "../text/suffixes.js";
import type { TextValue } from "./ast.js";
import type { Filter } from "./field.js";
import { ANYTHING, allOf, anyOf, oneOf } from "./filters.js";
import { type Match, type TextPattern, textPattern } from "./text-pattern.js";

/** Where a text is looked for; `suffixes`: those of its words are in `search.suffixes`. */
export interface TextPlace {
  path: string;
  suffixes?: true;
}

/** One of the values in one of the places. */
export function compileTexts(values: readonly TextValue[], match: Match, places: readonly TextPlace[]): Filter {
  const patterns = values.map((value) => textPattern(value, match));
  const whole = patterns.filter(isWhole).map(({ pieces }) => pieces.join(""));
  const parts = patterns.filter((pattern) => !isWhole(pattern));
  return anyOf([
    ...(whole.length === 0 ? [] : places.map(({ path }) => oneOf(path, whole))),
    ...parts.map((pattern) => compilePattern(pattern, match, places)),
  ]);
}

/** Words in any order, each somewhere in a folded copy. */
export function compileWordsIn(text: string, path: string): Filter {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const value = (word: string) => ({ text: word, wild: false, exact: false, start: 0, end: 0 });
  return allOf(words.map((word) => compileTexts([value(word)], "contains", [{ path }])));
}

const isWhole = ({ pieces, anchoredStart, anchoredEnd }: TextPattern): boolean =>
  anchoredStart && anchoredEnd && pieces.length === 1;

function compilePattern(pattern: TextPattern, match: Match, places: readonly TextPlace[]): Filter {
  const { pieces, wild, anchoredStart } = pattern;
  // A lone star: any value, and as a bare word anything at all.
  if (pieces.length === 0)
    return match === "word" ? ANYTHING : anyOf(places.map(({ path }) => ({ [path]: { $gt: "" } })));

  // An anchored start has an index of its own; what is too short for suffixes gets one, unless a star forbids it.
  const indexed = !anchoredStart && places.every(({ suffixes }) => suffixes);
  const begins = indexed ? suffixPatterns(...pieces) : [];
  const anchored = indexed && begins.length === 0 && !wild ? { ...pattern, anchoredStart: true } : pattern;
  const $regex = expressionOf(anchored);
  const found = anyOf(places.map(({ path }) => ({ [path]: { $regex } })));
  return begins.length === 0 ? found : allOf([{ "search.suffixes": { $all: begins } }, found]);
}

/**
 * Finds the pieces one after another, each at its first place and never looked for again further on, as `.*` would do:
 * so no pattern can make the database think long.
 */
function expressionOf({ pieces, anchoredStart, anchoredEnd }: TextPattern): string {
  const escaped = pieces.map(escapePattern);
  const [only = ""] = escaped;
  if (escaped.length === 1) return `${anchoredStart ? "^" : ""}${only}${anchoredEnd ? "$" : ""}`;
  const first = anchoredStart ? escaped.shift() : "";
  const last = anchoredEnd ? escaped.pop() : undefined;
  const middle = escaped.map((piece) => `(?>[\\s\\S]*?${piece})`).join("");
  return `^${first}${middle}${last === undefined ? "" : `[\\s\\S]*${last}$`}`;
}
