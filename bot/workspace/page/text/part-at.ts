import type { Inline } from "./inline.js";

/** A sticky pattern, and what it stands for. */
export type Part = readonly [pattern: RegExp, read: (found: RegExpExecArray) => Inline];

/** What begins at a place of a text, by the first pattern that fits there, and where it ends. */
export function partAt(parts: readonly Part[], text: string, at: number): { inline: Inline; end: number } | undefined {
  for (const [pattern, read] of parts) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { inline: read(found), end: at + found[0].length };
  }
  return undefined;
}
