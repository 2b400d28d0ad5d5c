import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { recordSettingChange } from "../access/record-setting-change.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Brand } from "./brand.js";
import { brandPlaceModel } from "./brand-place-model.js";
import { allBrands, findBrand } from "./find-brand.js";
import type { ActingOnBrands } from "./save-brand.js";

/** Says which brand is meant in a place, such as `slack:C123`, from now on. */
export async function bindPlace(
  db: Connection,
  place: string,
  slug: string,
  { actor, now }: ActingOnBrands,
): Promise<Brand> {
  const brand = await findBrand(db, slug);
  requireRight(actor, "change", brand._id);
  const before = await brandOfPlace(db, place);
  const binding = { brandId: brand._id, by: actor.id, at: now };
  await collectionOf(brandPlaceModel(db)).updateOne({ _id: place }, { $set: binding }, { upsert: true });
  const change = { kind: "channel" as const, subject: place, brandId: brand._id, from: before?.slug, to: brand.slug };
  await recordSettingChange(db, change, { actor, now });
  return brand;
}

/** The brand that a place was bound to; nothing when it was bound to none. */
export async function brandOfPlace(db: Connection, place: string): Promise<Brand | undefined> {
  const bound = await collectionOf(brandPlaceModel(db)).findOne({ _id: place });
  return bound ? (await allBrands(db)).get(bound.brandId) : undefined;
}
