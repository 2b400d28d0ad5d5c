/** Cuts a list that may be of any length into parts of at most `size`: each is asked for, or written, at once. */
export function* inBatches<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
