import { escapePattern } from "./escape-pattern.js";
import { fold } from "./fold.js";

/** What no word crosses: who looks for `mia cruz` means two words, and an address is looked for on one side of its `@`. */
const BORDER = /[\s@]+/;

/** Letters that are looked for at least, and that are kept of a suffix. */
const SHORTEST = 3;
const LONGEST = 8;

/**
 * The suffixes of the words of some texts, folded, each cut to its first eight letters, once each: `glowing` gives
 * `glowing`, `lowing`, `owing`, `wing`, `ing`. A part of a word begins one of them, so that an index over them finds it.
 */
export function suffixesOf(...texts: string[]): string[] {
  const found = new Set<string>();
  for (const word of texts.flatMap(wordsIn)) {
    for (let at = 0; at + SHORTEST <= word.length; at += 1) found.add(word.slice(at, at + LONGEST));
  }
  return [...found];
}

/** How a suffix begins where the words of a text are parts of words; those that are too short are left out. */
export function suffixPatterns(...texts: string[]): RegExp[] {
  const words = new Set(texts.flatMap(wordsIn).map((word) => word.slice(0, LONGEST)));
  return [...words].filter(({ length }) => length >= SHORTEST).map((word) => new RegExp(`^${escapePattern(word)}`));
}

const wordsIn = (text: string): string[] => fold(text).split(BORDER);
