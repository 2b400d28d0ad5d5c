import type { ColumnField } from "../sources/index.js";
import { headerKey } from "./header-key.js";
import { HEADER_WORDS } from "./header-words.js";
import { VALUE_SHAPES } from "./value-shapes.js";

/** What a column of an unknown table probably holds: a proposal for a person, never applied unasked. */
export interface ColumnGuess {
  header: string;
  index: number;
  /** Left out when neither the header nor the values say anything. */
  field?: ColumnField;
  /** 0 … 1. */
  confidence: number;
}

/** A header that is one of a field's words, values unseen. */
const HEADER_ALONE = 0.6;
/** Values of a shape that only one field has, under a header that says nothing. */
const VALUES_ALONE = 0.5;
/** The share of the filled cells that must have the shape before the values count as saying it. */
const MOST = 0.8;

/** Guesses a field for each column from its header's words and the shape of its values; each field is given once. */
export function guessColumns(headers: readonly string[], rows: readonly (readonly string[])[]): ColumnGuess[] {
  const guesses = headers.flatMap((header, index) => guessesOf(header, index, valuesOf(rows, index)));
  guesses.sort((a, b) => b.confidence - a.confidence || a.index - b.index);

  const taken = new Map<number, ColumnGuess>();
  const fields = new Set<ColumnField>();
  for (const guess of guesses) {
    if (guess.field === undefined || taken.has(guess.index) || fields.has(guess.field)) continue;
    taken.set(guess.index, guess);
    fields.add(guess.field);
  }
  return headers.map((header, index) => taken.get(index) ?? { header, index, confidence: 0 });
}

function guessesOf(header: string, index: number, values: string[]): ColumnGuess[] {
  const named = HEADER_WORDS.filter(({ words }) => words.test(headerKey(header))).map(({ field }) => field);
  const shaped = VALUE_SHAPES.filter(({ shape }) => values.length > 0 && share(values, shape) >= MOST);

  const byHeader = named.map((field, rank) => {
    const shapes = VALUE_SHAPES.filter((each) => each.field === field);
    const agrees = shaped.some((each) => each.field === field);
    const speaks = shapes.length > 0 && values.length > 0;
    const confidence = agrees ? 0.95 : speaks ? HEADER_ALONE / 2 : HEADER_ALONE;
    // A later rule is a wider word: it proposes only what the earlier ones left over.
    return { header, index, field, confidence: confidence - rank * 0.05 };
  });
  const byValues = shaped
    .filter(({ field, telling }) => telling && !named.includes(field))
    .map(({ field }) => ({ header, index, field, confidence: VALUES_ALONE }));
  return [...byHeader, ...byValues];
}

function valuesOf(rows: readonly (readonly string[])[], index: number): string[] {
  return rows.map((row) => row[index]?.trim() ?? "").filter((cell) => cell !== "");
}

function share(values: string[], shape: RegExp): number {
  return values.filter((value) => shape.test(value)).length / values.length;
}
