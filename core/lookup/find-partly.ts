import type { Connection } from "mongoose";
import { type CreatorRow, listRecords } from "../lists/index.js";
import { fold } from "../text/fold.js";
import { distinct } from "./find-exactly.js";
import type { LookupScope } from "./read-creators.js";
import type { Who } from "./read-who.js";

/** Longer words for a person are a text that slipped in. */
const MOST_WORDS = 8;
const MOST_LETTERS = 200;

/** Those with the words in handle, name or e-mail: the start of a handle or name first, then those with most sales. */
export async function findPartly(
  db: Connection,
  { words, handle }: Who,
  { brandId, actor }: LookupScope,
  limit: number,
): Promise<{ rows: CreatorRow[]; total: number }> {
  const said = words.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (said.length === 0 || said.length > MOST_WORDS || words.length > MOST_LETTERS) return { rows: [], total: 0 };
  // No days or ages are asked for: the clock does not matter.
  const question = { list: "creators", brandId, actor, zone: "UTC", now: new Date(0), limit } as const;
  const [begun, holding] = await Promise.all([
    handle === undefined ? undefined : listRecords(db, { ...question, query: `handle:${quoted(handle)} sort:handle` }),
    listRecords(db, { ...question, query: said.map(quoted).join(" ") }),
  ]);
  const found = distinct([...(begun?.rows ?? []), ...holding.rows]);
  const rows = found.sort((a, b) => rank(a, words) - rank(b, words)).slice(0, limit);
  return { rows, total: Math.max(holding.total, begun?.total ?? 0, rows.length) };
}

const quoted = (word: string): string => `"${word.replaceAll('"', "")}"`;

function rank({ handle = "", firstName = "", lastName = "" }: CreatorRow, words: string): number {
  if (handle.startsWith(words)) return 0;
  const names = [firstName, lastName, `${firstName} ${lastName}`].map(fold);
  return names.some((name) => name.startsWith(words)) ? 1 : 2;
}
