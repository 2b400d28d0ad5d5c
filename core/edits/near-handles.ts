/** What is added to a name that is taken: digits, dots and underscores at its end. */
const ENDING = /[\d._]+$/;
const PUNCTUATION = /[._]/g;
/** Shorter names have too many neighbours. */
const SHORTEST = 4;

/**
 * Keys such that two handles are near each other when they share one: the same but for what is added at the end or for
 * punctuation, or one letter apart. So many keys a handle as it has letters, so that none is compared with all others.
 */
export function nearKeys(handle: string): string[] {
  const keys: string[] = [];
  const stem = handle.replace(ENDING, "").replace(PUNCTUATION, "");
  if (stem.length >= SHORTEST) keys.push(`stem ${stem}`);
  if (handle.length < SHORTEST) return keys;
  // One letter more or less: the longer one without a letter is the shorter one. Another letter: both without it are one.
  keys.push(`less ${handle}`);
  for (let place = 0; place < handle.length; place += 1) {
    keys.push(
      `less ${handle.slice(0, place)}${handle.slice(place + 1)}`,
      `gap ${place} ${handle.slice(0, place)}·${handle.slice(place + 1)}`,
    );
  }
  return keys;
}
