import type { Connection } from "mongoose";
import { type CreatorRow, findSome } from "../lists/index.js";
import { fold } from "../text/fold.js";
import { distinct, findNamed } from "./find-exactly.js";
import { type LookupScope, readBegun } from "./read-creators.js";
import type { Who } from "./read-who.js";

/** Longer words for a person are a text that slipped in. */
const MOST_WORDS = 8;
const MOST_LETTERS = 200;

/** Creators that fit, and how many do; `more`: there are more than `total`. */
export interface Found {
  rows: CreatorRow[];
  total: number;
  more: boolean;
}

/**
 * Those with the words in handle, name or e-mail: first who is called just that, then whose handle or name begins so, then
 * those with most sales over all brands; of more than five hundred not everybody is looked at.
 */
export async function findPartly(db: Connection, who: Who, scope: LookupScope, limit: number): Promise<Found> {
  const { words, handle } = who;
  const said = words.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (said.length > MOST_WORDS || words.length > MOST_LETTERS) return NOBODY;
  // Of more than are shown those that come first are looked for by themselves.
  const [holding, named, begun] = await Promise.all([
    listed(db, said.map(quoted).join(" "), scope, limit),
    findNamed(db, who, scope, limit),
    handle === undefined ? [] : readBegun(db, handle, scope, limit),
  ]);
  const found = distinct([...named, ...begun, ...holding.rows]);
  const rows = found.sort((a, b) => rank(a, words) - rank(b, words)).slice(0, limit);
  return { rows, total: Math.max(holding.total, rows.length), more: holding.more };
}

const NOBODY: Found = { rows: [], total: 0, more: false };

/** No days or ages are asked for: the clock does not matter. */
const listed = (db: Connection, query: string, { brandId, actor }: LookupScope, limit: number) =>
  findSome(db, { list: "creators", query, brandId, actor, zone: "UTC", now: new Date(0), limit });

const quoted = (word: string): string => `"${word.replaceAll('"', "")}"`;

function rank({ handle = "", firstName = "", lastName = "" }: CreatorRow, words: string): number {
  const names = [firstName, lastName, `${firstName} ${lastName}`].map((name) => fold(name.trim()));
  if (names[2] === words) return 0;
  if (handle.startsWith(words)) return 1;
  return names.some((name) => name.startsWith(words)) ? 2 : 3;
}
