import levenshtein from "fast-levenshtein";

/** Typing errors that still count as near. */
const allowed = (word: string): number => (word.length <= 3 ? 1 : word.length <= 6 ? 2 : 3);

/** The longest word that is compared: no right one is longer. */
const MAX_WORD = 40;

/** The right word that a wrong one was probably meant to be, or nothing when none is near. */
export function suggest(wrong: string, right: Iterable<string>): string | undefined {
  const word = wrong.toLowerCase();
  if (word.length > MAX_WORD) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of right) {
    const distance = errorsIn(word, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return least <= allowed(word) ? best : undefined;
}

/** A word that was only begun, or has two neighbours swapped, is one error away. */
function errorsIn(word: string, right: string): number {
  if (word === right) return 0;
  const begun = word.length >= 3 && right.startsWith(word);
  return begun || isSwapped(word, right) ? 1 : levenshtein.get(word, right);
}

function isSwapped(word: string, right: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === right[at]) at += 1;
  return `${word.slice(0, at)}${word[at + 1] ?? ""}${word[at] ?? ""}${word.slice(at + 2)}` === right;
}
