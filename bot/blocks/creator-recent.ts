import type { CreatorDetail } from "../../core/lookup/index.js";
import { amount, day } from "../amounts.js";
import type { Written } from "./creator-facts.js";
import { gap, type RichLine, tiktokLink, words } from "./rich.js";

/** Of each kind on a card. */
const SHOWN = 3;
const MOST_TITLE = 100;

/** The last samples. */
export function sampleLines({ recent: { samples } }: CreatorDetail, { zone }: Written): RichLine[] {
  if (samples.length === 0) return [];
  const lines = samples.slice(0, SHOWN).map(({ orderedAt, productName, productId, status, quantity = 1 }): RichLine => {
    const facts = [status, quantity > 1 ? `${quantity} pieces` : undefined, day(orderedAt, zone)];
    return [
      words(productName ?? productId ?? "a product", undefined, MOST_TITLE),
      gap("   "),
      words(facts.filter(Boolean).join(", "), { italic: true }),
    ];
  });
  return [[words("Last samples", { bold: true })], ...lines];
}

/** The videos that sold most, among the newest that are known. */
export function videoLines(
  { recent: { videos }, videos: count }: CreatorDetail,
  { currency, zone }: Written,
): RichLine[] {
  if (videos.length === 0) return [];
  const best = [...videos].sort((a, b) => (b.gmvCents ?? -1) - (a.gmvCents ?? -1)).slice(0, SHOWN);
  const lines = best.map(({ url, title, videoId, gmvCents, itemsSold, postedAt }): RichLine => {
    const sold = itemsSold === undefined ? undefined : `${itemsSold.toLocaleString("en-US")} sold`;
    const facts = [amount(gmvCents, currency), sold, day(postedAt, zone)];
    return [
      tiktokLink(url, title || `Video ${videoId}`, MOST_TITLE),
      gap("   "),
      words(facts.filter(Boolean).join(", "), { italic: true }),
    ];
  });
  const among = count > videos.length ? ` of the newest ${videos.length}` : "";
  return [[words(`Best videos${among}`, { bold: true })], ...lines];
}

/** What each brand knows, where there are several. */
export function brandLines({ brands }: CreatorDetail): RichLine[] {
  if (brands.length < 2) return [];
  return [
    [words("Brands", { bold: true })],
    ...brands
      .slice(0, MOST_BRANDS)
      .map(
        ({ name, status, samples, videos }): RichLine => [
          words(name, undefined, 80),
          gap("   "),
          words(`${status}, samples ${samples}, videos ${videos}`, { italic: true }),
        ],
      ),
  ];
}

const MOST_BRANDS = 8;
