import type { Connection } from "mongoose";
import { allBrands } from "../brands/find-brand.js";
import { CrmError } from "../errors/index.js";
import { type CreatorRow, withIndexes } from "../lists/index.js";
import { isShortLink, quote } from "../normalize/index.js";
import { findByHandle, findSurely } from "./find-exactly.js";
import { findNearest } from "./find-nearest.js";
import { findPartly } from "./find-partly.js";
import type { LookupScope } from "./read-creators.js";
import { readWho } from "./read-who.js";

export type LookupResult =
  | { kind: "one"; creator: CreatorRow }
  /** The likeliest first; `total` counts those, too, that are not shown, and with `more` there are still others. */
  | { kind: "several"; creators: CreatorRow[]; total: number; more?: true }
  | { kind: "none"; nearest: CreatorRow[] };

/** Of several that fit. */
const SHOWN = 20;

/** Where no brand says which country's phone numbers are meant. */
const USUAL_COUNTRY = "US";

/**
 * Whom words mean: a handle in any form, now or formerly held; TikTok's id; an e-mail address; a phone number; a link
 * to a video; a name in any case, with or without accents; or a part of one of these. What fits in full comes first;
 * where nothing fits, those that are spelt most like it.
 *
 * @throws CrmError `wrong-input` for nothing, and for a short link
 */
export async function lookUp(db: Connection, text: string, scope: LookupScope): Promise<LookupResult> {
  requireWords(text);
  return withIndexes(db, () => find(db, text, scope));
}

async function find(db: Connection, text: string, scope: LookupScope): Promise<LookupResult> {
  const quick = readWho(text, USUAL_COUNTRY);
  const holder = await findByHandle(db, quick, scope);
  if (holder) return { kind: "one", creator: holder };

  // Only numbers are read by a brand's country.
  const who = /\d/.test(text) ? readWho(text, await countryOf(db, scope)) : quick;
  const sure = await findSurely(db, who, scope, SHOWN);
  const { rows, total, more } =
    sure.length > 0 ? { rows: sure, total: sure.length, more: false } : await findPartly(db, who, scope, SHOWN);
  const [creator, ...others] = rows;
  if (creator === undefined) return { kind: "none", nearest: await findNearest(db, who, scope) };
  return others.length === 0
    ? { kind: "one", creator }
    : { kind: "several", creators: rows, total, ...(more ? { more } : {}) };
}

const countryOf = async (db: Connection, { brandId }: LookupScope): Promise<string> =>
  (await allBrands(db)).get(brandId)?.country ?? USUAL_COUNTRY;

/** @throws CrmError `wrong-input` for words that can mean nobody */
function requireWords(text: string): void {
  if (isShortLink(text.trim())) {
    throw new CrmError("wrong-input", "a short link looked up", {
      say: `${quote(text)} is a short link: only TikTok knows whom it leads to. Open it, and copy the long link from the browser, such as https://www.tiktok.com/@mia.glow`,
    });
  }
  if (/[\p{L}\p{N}]/u.test(text)) return;
  const got = text.trim() === "" ? "nothing" : quote(text);
  throw new CrmError("wrong-input", "nobody to look up", {
    say: `Expected somebody to look for: a handle such as @mia.glow, a TikTok link, an e-mail address, a phone number or a name; got ${got}.`,
  });
}
