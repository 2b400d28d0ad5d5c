import type { Claim, ClaimSeen } from "./claim.js";

/**
 * The union of two lists of claims: each distinct content once, with every import that says it, in the order of the
 * first row that says it.
 *
 * Order and repetition do not matter: a row that is claimed again changes nothing.
 */
export function joinClaims<C extends object>(stored: readonly Claim<C>[], offered: readonly Claim<C>[]): Claim<C>[] {
  let joined: Claim<C>[] = [...stored];
  for (const claim of offered) {
    const place = joined.findIndex((other) => isSameContent(other, claim));
    const same = joined[place];
    // An array that is pushed to keeps room for sixteen more.
    if (same === undefined) joined = joined.concat(claim);
    else joined[place] = { ...same, seen: joinSeen(same.seen, claim.seen) };
  }
  return joined.length < 2 ? joined : joined.sort((a, b) => compareSeen(firstSeen(a), firstSeen(b)));
}

function isSameContent<C extends object>(a: Claim<C>, b: Claim<C>): boolean {
  if (a.brandId !== b.brandId) return false;
  const names = Object.keys(a.content) as (keyof C)[];
  return (
    names.length === Object.keys(b.content).length && names.every((name) => isSame(a.content[name], b.content[name]))
  );
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());

/** Claims without those of one import; a claim that only it supports goes. */
export function withoutImport<C>(claims: readonly Claim<C>[], seq: number): Claim<C>[] {
  return claims
    .map((claim) => ({ ...claim, seen: claim.seen.filter((seen) => seen.seq !== seq) }))
    .filter(({ seen }) => seen.length > 0)
    .sort((a, b) => compareSeen(firstSeen(a), firstSeen(b)));
}

/** Every import that supports the claims, ascending. */
export function seqsOf(claims: readonly Claim<unknown>[]): number[] {
  const seqs = new Set<number>();
  for (const { seen } of claims) for (const { seq } of seen) seqs.add(seq);
  return [...seqs].sort((a, b) => a - b);
}

/** The first row, by (`seq`, line), that says a claim's content. */
export function firstSeen(claim: Claim<unknown>): ClaimSeen {
  let first = claim.seen[0] as ClaimSeen;
  for (const seen of claim.seen) if (compareSeen(seen, first) < 0) first = seen;
  return first;
}

/** Where a claim's content was said last: the newest `asOf`, then the highest (`seq`, line). */
export function newestSeen(claim: Claim<unknown>): ClaimSeen {
  let newest = claim.seen[0] as ClaimSeen;
  for (const seen of claim.seen) {
    if (seen.asOf > newest.asOf || (seen.asOf === newest.asOf && compareLast(seen, newest) > 0)) newest = seen;
  }
  return newest;
}

export const compareLast = (a: ClaimSeen, b: ClaimSeen): number => a.seq - b.seq || lastLine(a) - lastLine(b);

const compareSeen = (a: ClaimSeen, b: ClaimSeen): number => a.seq - b.seq || a.line - b.line;

function joinLines(a: ClaimSeen, b: ClaimSeen): ClaimSeen {
  const line = Math.min(a.line, b.line);
  const last = Math.max(lastLine(a), lastLine(b));
  return { seq: a.seq, line, ...(last === line ? {} : { last }), asOf: a.asOf };
}

const lastLine = ({ line, last }: ClaimSeen) => last ?? line;

/** One entry an import: its lowest and its highest line. */
function joinSeen(stored: readonly ClaimSeen[], offered: readonly ClaimSeen[]): ClaimSeen[] {
  const bySeq = new Map<number, ClaimSeen>();
  for (const seen of [...stored, ...offered]) {
    const same = bySeq.get(seen.seq);
    bySeq.set(seen.seq, same === undefined ? seen : joinLines(same, seen));
  }
  return [...bySeq.values()].sort(compareSeen);
}
