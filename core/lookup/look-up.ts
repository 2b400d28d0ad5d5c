import type { Connection } from "mongoose";
import { allBrands } from "../brands/find-brand.js";
import { type CreatorRow, withIndexes } from "../lists/index.js";
import { findByHandle, findExactly } from "./find-exactly.js";
import { findNearest } from "./find-nearest.js";
import { findPartly } from "./find-partly.js";
import type { LookupScope } from "./read-creators.js";
import { readWho } from "./read-who.js";

export type LookupResult =
  | { kind: "one"; creator: CreatorRow }
  /** The likeliest first; `total` counts those, too, that are not shown. */
  | { kind: "several"; creators: CreatorRow[]; total: number }
  | { kind: "none"; nearest: CreatorRow[] };

/** Of several that fit. */
const SHOWN = 20;

/** Where no brand says which country's phone numbers are meant. */
const USUAL_COUNTRY = "US";

/**
 * Whom words mean: a handle in any form, now or formerly held; TikTok's id; an e-mail address; a phone number; a link
 * to a video; a name in any case, with or without accents; or a part of one of these. What fits in full comes first;
 * where nothing fits, those that are spelt most like it.
 */
export async function lookUp(db: Connection, text: string, scope: LookupScope): Promise<LookupResult> {
  return withIndexes(db, () => find(db, text, scope));
}

async function find(db: Connection, text: string, scope: LookupScope): Promise<LookupResult> {
  const quick = readWho(text, USUAL_COUNTRY);
  const holder = await findByHandle(db, quick, scope);
  if (holder) return { kind: "one", creator: holder };

  const who = readWho(text, (await allBrands(db)).get(scope.brandId)?.country ?? USUAL_COUNTRY);
  const exact = await findExactly(db, who, scope, SHOWN);
  const { rows, total } =
    exact.length > 0 ? { rows: exact, total: exact.length } : await findPartly(db, who, scope, SHOWN);
  const [creator, ...others] = rows;
  if (creator === undefined) return { kind: "none", nearest: await findNearest(db, who, scope) };
  return others.length === 0 ? { kind: "one", creator } : { kind: "several", creators: rows, total };
}
