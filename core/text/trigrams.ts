import { fold } from "./fold.js";

/** Every run of three letters in the texts, once each: an index over them finds parts of words. */
export function trigramsOf(...texts: string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const folded = fold(text);
    for (let at = 0; at + 3 <= folded.length; at += 1) found.add(folded.slice(at, at + 3));
  }
  return [...found];
}
