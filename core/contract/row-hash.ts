import type { Cell } from "./cells.js";

const PRIME = 0x01000193;
const [FIRST_LANE, SECOND_LANE] = [0x811c9dc5, 0x9747b28c] as const;
/** Letters of one digest: they hold 32 bits in base 36. */
export const DIGEST_LETTERS = 7;

/** FNV-1a over UTF-16 units, unsigned: small enough for Apps Script, which has no digest that is this fast. */
function fnv1a(text: string, seed: number = FIRST_LANE): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  // The last letters would hardly reach the upper bits otherwise.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

const inLetters = (hash: number): string => hash.toString(36).padStart(DIGEST_LETTERS, "0");

/** Ten letters that stand for the cells of a row: 51 bits, so that 37,000 rows hardly ever hide a change. */
export function rowHash(cells: readonly Cell[]): string {
  const text = JSON.stringify(cells);
  return `${inLetters(fnv1a(text))}${inLetters(fnv1a(text, SECOND_LANE))}`.slice(0, 10);
}

/** Into which of `count` buckets a row falls. */
export const bucketOf = (id: string, count: number): number => fnv1a(id) % count;

/**
 * One text for all rows of a tab: seven letters a bucket, in the buckets' order. Two sides whose texts differ at a
 * bucket have different rows there; the order of rows does not count.
 */
export function bucketDigests(rows: Iterable<readonly [id: string, hash: string]>, count: number): string {
  const digests = new Uint32Array(count);
  for (const [id, hash] of rows) {
    const bucket = bucketOf(id, count);
    digests[bucket] = (digests[bucket] ?? 0) ^ fnv1a(`${id} ${hash}`, SECOND_LANE);
  }
  return Array.from(digests, inLetters).join("");
}

/** The buckets at which two texts of digests differ. */
export function differingBuckets(ours: string, theirs: string): number[] {
  const buckets: number[] = [];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += DIGEST_LETTERS) {
    if (ours.slice(at, at + DIGEST_LETTERS) !== theirs.slice(at, at + DIGEST_LETTERS))
      buckets.push(at / DIGEST_LETTERS);
  }
  return buckets;
}

/** Buckets that a tab is best compared in: about nine rows each, so that few unchanged rows have to be named. */
export const bucketsFor = (rows: number): number => Math.min(MOST_BUCKETS, Math.max(1, Math.ceil(rows / 9)));

export const MOST_BUCKETS = 8_192;
