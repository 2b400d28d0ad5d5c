import levenshtein from "fast-levenshtein";
import { headerKey } from "./header-key.js";

/** A swap of two letters costs 2; more than that is another word. */
const FARTHEST = 2;

/** The headers that may be a misspelling of one of `wanted`, or that hold it as words, nearest first. */
export function closeHeaders(wanted: readonly string[], headers: readonly string[]): string[] {
  const scored = headers.flatMap((header) => {
    const key = headerKey(header);
    const distance = Math.min(...wanted.map((each) => distanceOf(headerKey(each), key)));
    return key !== "" && distance <= FARTHEST ? [{ header: header.trim(), distance }] : [];
  });
  return scored.sort((a, b) => a.distance - b.distance).map(({ header }) => header);
}

function distanceOf(wanted: string, key: string): number {
  if (` ${key} `.includes(` ${wanted} `)) return FARTHEST;
  // In words of up to four letters two changes make any word out of any other.
  const allowed = wanted.length <= 4 ? 1 : FARTHEST;
  const distance = levenshtein.get(wanted, key);
  return distance <= allowed ? distance : Number.POSITIVE_INFINITY;
}
