import { DateTime } from "luxon";
import type { Brand } from "../brands/brand.js";

/** What a person wrote beside the files: for which brand they are, and which day their figures held. */
export interface Caption {
  brandId?: string;
  /** `yyyy-mm-dd`; of a month its last day. Days to come are none. */
  asOf?: string;
}

/** Reads a caption such as "for Glow" or "for Glow, July 2026". What it does not understand says nothing. */
export function readCaption(text: string, brands: readonly Brand[], now: Date): Caption {
  const brandId = namedBrand(text, brands)?._id;
  const day = namedDay(text);
  const asOf = day && day.toMillis() <= now.getTime() ? (day.toISODate() ?? undefined) : undefined;
  return { ...(brandId ? { brandId } : {}), ...(asOf ? { asOf } : {}) };
}

/** The brand whose name or slug stands in the text as whole words; the one after "for" first, then the longest name. */
function namedBrand(text: string, brands: readonly Brand[]): Brand | undefined {
  const words = wordsOf(text);
  const found = brands.flatMap((brand) =>
    [brand.name, brand.slug].map(wordsOf).flatMap((name) => {
      if (name.trim() === "" || !words.includes(name)) return [];
      return [{ brand, rank: name.length + (words.includes(` for${name}`) ? 1_000 : 0) }];
    }),
  );
  return found.sort((a, b) => b.rank - a.rank)[0]?.brand;
}

/** Lower case, single spaces around every word. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

const DAY = /\b(\d{4}-\d{2}-\d{2})\b/;
const MONTH = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(\d{4})\b/i;

function namedDay(text: string): DateTime | undefined {
  const [, iso] = DAY.exec(text) ?? [];
  const [, name = "", year] = MONTH.exec(text) ?? [];
  const day = iso
    ? DateTime.fromISO(iso, { zone: "utc" })
    : DateTime.fromFormat(`${name.toLowerCase()} ${year}`, "LLL yyyy", { zone: "utc", locale: "en" }).endOf("month");
  return day.isValid ? day : undefined;
}
