import { fold } from "./fold.js";

/** What no run crosses: who looks for `mia cruz` means two words, and an address is looked for on one side of its `@`. */
const BORDER = /[\s@]/;

/** Every run of three letters in the words of the texts, once each: an index over them finds parts of words. */
export function trigramsOf(...texts: string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const folded = fold(text);
    for (let at = 0; at + 3 <= folded.length; at += 1) {
      const run = folded.slice(at, at + 3);
      if (!BORDER.test(run)) found.add(run);
    }
  }
  return [...found];
}
