import { type Actor, ALL_BRANDS, requireRight } from "../../core/access/index.js";
import { allBrands, type Brand, findBrand } from "../../core/brands/index.js";
import type { ListQuestion } from "../../core/lists/index.js";
import type { ListName } from "../../core/query/index.js";
import { segmentQueries } from "../../core/segments/index.js";
import type { ApiParts } from "./parts.js";
import { Refusal } from "./problem.js";

/** Whoever asks, over the web or by a schedule. */
export interface Asking extends Pick<ApiParts, "db" | "now"> {
  caller?: { actor: Actor };
}

/** The brand that somebody asks for, or all brands; and who asks. */
export interface AskedBrand {
  brandId: string;
  /** Absent for all brands. */
  brand?: Brand;
  zone: string;
  /** Absent where brands of several currencies come together. */
  currency?: string;
  actor: Actor;
}

/** Who asks, of a route that is not open. */
export function actorOf({ caller }: Asking): Actor {
  if (caller) return caller.actor;
  throw new Refusal(401, "not-paired", "This path needs a token.");
}

/** @throws CrmError `not-found` for a brand, `forbidden` for who may not look at it */
export async function askBrand(asked: Asking, slug?: string): Promise<AskedBrand> {
  const actor = actorOf(asked);
  if (slug?.trim().toLowerCase() === ALL_BRANDS) return askAllBrands(asked, actor);
  const brand = await findBrand(asked.db, slug);
  requireRight(actor, "see", brand._id);
  const { _id: brandId, zone, currency } = brand;
  return { brandId, brand, zone, currency, actor };
}

async function askAllBrands({ db }: Asking, actor: Actor): Promise<AskedBrand> {
  requireRight(actor, "see");
  const brands = [...(await allBrands(db)).values()];
  const currencies = new Set(brands.map(({ currency }) => currency));
  const zones = new Set(brands.map(({ zone }) => zone));
  const [currency, zone] = [[...currencies][0], [...zones][0]];
  return {
    brandId: ALL_BRANDS,
    zone: zones.size === 1 && zone ? zone : "UTC",
    ...(currencies.size === 1 ? { currency } : {}),
    actor,
  };
}

/** A list as core is asked for it. */
export async function questionFor<L extends ListName>(
  { db, now }: Asking,
  { brandId, zone, actor }: AskedBrand,
  { list, query }: { list: L; query: string },
): Promise<ListQuestion & { list: L }> {
  return { list, query, brandId, zone, actor, now: now(), segments: await segmentQueries(db) };
}
