/** Numbers from 0 up to 1, the same ones for the same keys. */
export type Random = () => number;

/** The mixing step at the end of MurmurHash3: every bit of the input moves every bit of the output. */
function scramble(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number for a word, by FNV-1a: names the streams, so that no two of them walk in step. */
export function streamOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * Mulberry32, started from the keys: whatever is made of one creator or one row can be made again without remembering
 * it, which is what keeps memory flat however large the account.
 */
export function randomOf(...keys: readonly number[]): Random {
  let state = 0x9e3779b9;
  for (const key of keys) state = scramble((state ^ key) + 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 up to, and without, `below`. */
export function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[whole(random, list.length)] ?? list[0];
}

export function chance(random: Random, share: number): boolean {
  return random() < share;
}

/** A whole number below `below`, mostly a small one: as money and audiences lie. Multiplication alone is exact everywhere. */
export function skewed(random: Random, below: number): number {
  const share = random();
  return Math.floor(share * share * share * share * below);
}
