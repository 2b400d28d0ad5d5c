import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { findBrand } from "../brands/find-brand.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { type FieldTexts, fieldTexts } from "./field-texts.js";
import { findCreator } from "./find-creator.js";
import type { Acting } from "./record-edits.js";

/** What a person sees of a creator's fields when they begin to change them: `seen` of `editCreator`. */
export async function readFieldTexts(
  db: Connection,
  who: string,
  { actor, brand: slug }: Pick<Acting, "actor" | "brand">,
): Promise<FieldTexts> {
  const brand = await findBrand(db, slug);
  requireRight(actor, "change", brand._id);
  const creator = await findCreator(db, who, actor);
  const link = await collectionOf(brandCreatorModel(db)).findOne({ creatorId: creator._id, brandId: brand._id });
  return fieldTexts(creator, link ?? undefined);
}
