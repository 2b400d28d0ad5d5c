import { DateTime } from "luxon";
import type { Brand } from "../brands/brand.js";

/** What a person wrote beside the files: for which brand they are, and which day their figures held. */
export interface Caption {
  brandId?: string;
  /** `yyyy-mm-dd`; of a month its last day. Days to come are none. */
  asOf?: string;
  /** What stands after "for" and is no brand. */
  unknownBrand?: string;
}

/** Reads a caption such as "for Glow" or "for Glow, July 2026". What it does not understand says nothing. */
export function readCaption(text: string, brands: readonly Brand[], now: Date): Caption {
  const brandId = namedBrand(text, brands)?._id;
  const unknownBrand = brandId === undefined ? namedAfterFor(text) : undefined;
  const day = namedDay(text);
  const asOf = day && day.toMillis() <= now.getTime() ? (day.toISODate() ?? undefined) : undefined;
  return { ...(brandId ? { brandId } : {}), ...(asOf ? { asOf } : {}), ...(unknownBrand ? { unknownBrand } : {}) };
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

/** Words after "for" up to a sign or the end: a few, and no day. */
const AFTER_FOR = /\bfor\s+(?:the\s+)?((?:[\p{L}][\p{L}\p{N}'’_-]*\s*){1,3}?)(?:[^\p{L}\p{N}\s]|\s\d|$)/iu;

function namedAfterFor(text: string): string | undefined {
  const named = AFTER_FOR.exec(text)?.[1]?.trim();
  return named === undefined || MONTH_NAME.test(named) ? undefined : named.slice(0, MOST_NAMED);
}

/** Letters of a name that are said back. */
const MOST_NAMED = 60;

/** Lower case, single spaces around every word. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

const DAY = /\b(\d{4}-\d{2}-\d{2})\b/;
const MONTH = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(\d{4})\b/i;

const MONTH_NAME = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/i;

function namedDay(text: string): DateTime | undefined {
  const [, iso] = DAY.exec(text) ?? [];
  const [, name = "", year] = MONTH.exec(text) ?? [];
  const day = iso
    ? DateTime.fromISO(iso, { zone: "utc" })
    : DateTime.fromFormat(`${name.toLowerCase()} ${year}`, "LLL yyyy", { zone: "utc", locale: "en" }).endOf("month");
  return day.isValid ? day : undefined;
}
