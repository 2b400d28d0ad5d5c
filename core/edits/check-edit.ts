import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { findBrand } from "../brands/find-brand.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { conflictError, findConflicts } from "./conflict.js";
import { decideEdits } from "./decide-edits.js";
import type { EditChange } from "./edit.js";
import { fieldInputs, fieldsSeen, type SeenTexts } from "./edit-creator.js";
import { fieldTexts } from "./field-texts.js";
import { findCreator } from "./find-creator.js";
import type { Acting } from "./record-edits.js";

/**
 * What `editCreator` would change now; nothing is written.
 *
 * @throws CrmError what `editCreator` would throw
 */
export async function checkEdit(
  db: Connection,
  who: string,
  changes: Readonly<Record<string, string>>,
  { actor, brand: slug, seen = {} }: Pick<Acting, "actor" | "brand"> & { seen?: SeenTexts },
): Promise<EditChange[]> {
  const brand = await findBrand(db, slug);
  requireRight(actor, "change", brand._id);
  const wanted = fieldInputs(changes);
  const saw = fieldsSeen(seen);
  const creator = await findCreator(db, who, actor);
  const link = await collectionOf(brandCreatorModel(db)).findOne({ creatorId: creator._id, brandId: brand._id });
  const conflicts = findConflicts(creator, fieldTexts(creator, link ?? undefined), wanted, saw);
  if (conflicts.length > 0) throw conflictError(conflicts);
  return decideEdits({ creator, ...(link ? { link } : {}), brand }, wanted);
}
