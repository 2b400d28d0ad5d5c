import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import type { Brand } from "./brand.js";
import { brandPlaceModel } from "./brand-place-model.js";
import { allBrands, findBrand } from "./find-brand.js";

/** Says which brand is meant in a place, such as `slack:C123`, from now on. */
export async function bindPlace(
  db: Connection,
  place: string,
  slug: string,
  { by, now }: { by: string; now: Date },
): Promise<Brand> {
  const brand = await findBrand(db, slug);
  const binding = { brandId: brand._id, by, at: now };
  await collectionOf(brandPlaceModel(db)).updateOne({ _id: place }, { $set: binding }, { upsert: true });
  return brand;
}

/** The brand that a place was bound to; nothing when it was bound to none. */
export async function brandOfPlace(db: Connection, place: string): Promise<Brand | undefined> {
  const bound = await collectionOf(brandPlaceModel(db)).findOne({ _id: place });
  return bound ? (await allBrands(db)).get(bound.brandId) : undefined;
}
