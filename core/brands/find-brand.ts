import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { type Brand, DEFAULT_BRAND } from "./brand.js";
import { brandModel } from "./brand-model.js";

/** Every brand, by id. The default brand is made when there is none. */
export async function allBrands(db: Connection): Promise<Map<string, Brand>> {
  const brands = collectionOf(brandModel(db));
  const stored = await brands.find().sort({ createdAt: 1, _id: 1 }).toArray();
  if (stored.length > 0) return new Map(stored.map((brand) => [brand._id, brand]));
  const brand: Brand = { ...FIRST, createdAt: new Date(0) };
  await brands.updateOne({ _id: brand._id }, { $setOnInsert: brand }, { upsert: true });
  return new Map([[brand._id, brand]]);
}

/** The brand from the start: until set otherwise a shop in the US. */
const FIRST = {
  _id: DEFAULT_BRAND,
  slug: DEFAULT_BRAND,
  name: "Default",
  currency: "USD",
  country: "US",
  zone: "UTC",
} as const;

/**
 * The brand of a slug; without one the default brand.
 *
 * @throws CrmError `not-found` with the slugs there are
 */
export async function findBrand(db: Connection, slug: string = DEFAULT_BRAND): Promise<Brand> {
  const brands = [...(await allBrands(db)).values()];
  const wanted = slug.trim().toLowerCase();
  const brand = brands.find((other) => other.slug === wanted) ?? (slug === DEFAULT_BRAND ? brands[0] : undefined);
  if (brand) return brand;
  const known = brands.map((other) => other.slug).join(", ");
  throw new CrmError("not-found", `no brand ${slug}`, {
    say: `There is no brand "${slug}". The brands are: ${known}.`,
  });
}
