import type { Connection } from "mongoose";
import { type CreatorRow, type ListPage, listRecords } from "../lists/index.js";
import { fold } from "../text/fold.js";
import { distinct, findNamed } from "./find-exactly.js";
import type { LookupScope } from "./read-creators.js";
import type { Who } from "./read-who.js";

/** Longer words for a person are a text that slipped in. */
const MOST_WORDS = 8;
const MOST_LETTERS = 200;

/**
 * Those with the words in handle, name or e-mail: first who is called just that, then whose handle or name begins so, then
 * those with most sales.
 */
export async function findPartly(
  db: Connection,
  who: Who,
  scope: LookupScope,
  limit: number,
): Promise<{ rows: CreatorRow[]; total: number }> {
  const { words, handle } = who;
  const said = words.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word));
  const isText = said.length > MOST_WORDS || words.length > MOST_LETTERS;
  const holding = isText ? NOBODY : await listed(db, said.map(quoted).join(" "), scope, limit);
  // Of more than are shown those that come first are looked for by themselves.
  const areAll = !isText && holding.total <= limit;
  const [named, begun] = areAll
    ? [[], NOBODY]
    : await Promise.all([
        findNamed(db, who, scope, limit),
        handle === undefined ? NOBODY : listed(db, `handle:${quoted(handle)} sort:handle`, scope, limit),
      ]);
  const found = distinct([...named, ...begun.rows, ...holding.rows]);
  const rows = found.sort((a, b) => rank(a, words) - rank(b, words)).slice(0, limit);
  return { rows, total: Math.max(holding.total, begun.total, rows.length) };
}

const NOBODY: ListPage<CreatorRow> = { rows: [], total: 0 };

/** No days or ages are asked for: the clock does not matter. */
const listed = (db: Connection, query: string, { brandId, actor }: LookupScope, limit: number) =>
  listRecords(db, { list: "creators", query, brandId, actor, zone: "UTC", now: new Date(0), limit });

const quoted = (word: string): string => `"${word.replaceAll('"', "")}"`;

function rank({ handle = "", firstName = "", lastName = "" }: CreatorRow, words: string): number {
  const names = [firstName, lastName, `${firstName} ${lastName}`].map((name) => fold(name.trim()));
  if (names[2] === words) return 0;
  if (handle.startsWith(words)) return 1;
  return names.some((name) => name.startsWith(words)) ? 2 : 3;
}
