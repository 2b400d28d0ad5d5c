import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { creatorModel } from "../creators/creator-model.js";
import { markStale } from "../creators/mark-stale.js";
import { recomputeCreators } from "../creators/recompute-creators.js";
import { CrmError } from "../errors/crm-error.js";
import { inTransaction } from "../mongo/in-transaction.js";
import { collectionOf } from "../mongo/model-of.js";
import { type CreatorKey, handleKey } from "../sightings/sighting.js";
import type { Edit } from "./edit.js";
import { editModel } from "./edit-model.js";
import { isThereFor, keyMeant, noSuchCreator } from "./find-creator.js";
import type { Acting, Edited } from "./record-edits.js";

/**
 * Takes a merge back: what was seen under the names of each creator, before the merge or since, is that creator's
 * again. What people changed since stays with the survivor.
 *
 * @param who the creator that was merged away; the survivor too, where only one was merged into it
 * @throws CrmError `refused` when nothing was merged, or it is not clear which merge is meant
 */
export async function unmergeCreators(
  db: Connection,
  who: string,
  { actor, now }: Acting,
): Promise<Edited & { takenBack: Edit }> {
  const key = keyMeant(who);
  const stored = await inTransaction(db, async (session) => {
    const creator = await collectionOf(creatorModel(db)).findOne({ keys: key }, { session });
    if (creator === null || !isThereFor(actor, creator, "change")) return undefined;
    const edits = collectionOf(editModel(db));
    const merges = await edits
      .find({ keys: { $in: creator.keys }, "change.kind": "merge", undone: { $exists: false } }, { session })
      .sort({ at: 1, _id: 1 })
      .toArray();
    const merge = chooseMerge(merges, key);
    requireRight(actor, "change", merge.brandId);
    await edits.updateOne(
      { _id: merge._id },
      { $set: { undone: { at: now, by: actor.id, via: actor.via } } },
      { session },
    );
    await markStale(db, { _id: creator._id }, session);
    return { creator, merge };
  });
  if (stored === undefined) throw await noSuchCreator(db, key, actor);
  const { creator, merge } = stored;
  await recomputeCreators({ db, brands: await allBrands(db), now }, [...creator.keys, ...merge.keys]);
  // Where nothing but the merge kept a creator in being, the other one is answered.
  const { _id: id, handle } = creator;
  const creators = collectionOf(creatorModel(db));
  const found = (await creators.findOne({ keys: key })) ?? (await creators.findOne({ keys: { $in: merge.keys } }));
  return { id: found?._id ?? id, ...named(found?.handle ?? handle), edits: [], takenBack: merge };
}

const named = (handle: string | undefined) => (handle === undefined ? {} : { handle });

/** The merge of the creator that was named; where the survivor was named, the only one. */
function chooseMerge(merges: readonly Edit[], key: CreatorKey): Edit {
  const named = merges.findLast((merge) => merge.key === key);
  const [only] = merges;
  if (named !== undefined) return named;
  if (only === undefined) {
    throw new CrmError("refused", `${key} was never merged`, { say: `Nothing is merged with ${key}.` });
  }
  if (merges.length === 1) return only;
  const known = merges.map((merge) => merge.key).join(", ");
  throw new CrmError("refused", `which merge of ${key}`, {
    say: `Several creators are merged with ${key}: ${known}. Name the one to take out.`,
    next: { terminal: `Such as: unmerge ${merges.at(-1)?.key ?? handleKey("name")}` },
  });
}
