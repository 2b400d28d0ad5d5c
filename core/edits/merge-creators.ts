import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { allBrands, findBrand } from "../brands/find-brand.js";
import type { Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { recomputeCreators } from "../creators/recompute-creators.js";
import { CrmError } from "../errors/crm-error.js";
import { inTransaction } from "../mongo/in-transaction.js";
import { collectionOf } from "../mongo/model-of.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { editKeyOf, mergesOf } from "./edit-key.js";
import { isThereFor, keyMeant, nameOf, noSuchCreator } from "./find-creator.js";
import { type Acting, type Edited, newEdit, storeEdits, timeAfter, tooManyRaces } from "./record-edits.js";

const MOST_TRIES = 30;

/**
 * Makes two creators one, on a person's word: `into` keeps its current handle and its user id, and every record keeps
 * the name that it was seen under, so that `unmergeCreators` takes them apart again.
 *
 * @throws CrmError `refused` when they are one creator already
 */
export async function mergeCreators(
  db: Connection,
  from: string,
  into: string,
  { actor, now, brand: slug }: Acting,
): Promise<Edited> {
  const brand = await findBrand(db, slug);
  requireRight(actor, "change", brand._id);
  const [fromKey, intoKey] = [keyMeant(from), keyMeant(into)];
  const context = { db, brands: await allBrands(db), now };
  const isThere = (creator?: Creator): creator is Creator =>
    creator !== undefined && isThereFor(actor, creator, "change");
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stored = await inTransaction(db, async (session) => {
      const found = await collectionOf(creatorModel(db))
        .find({ keys: { $in: [fromKey, intoKey] } }, { session })
        .toArray();
      const [gone, survivor] = [holderOf(found, fromKey), holderOf(found, intoKey)];
      if (!isThere(gone)) return { missing: fromKey };
      if (!isThere(survivor)) return { missing: intoKey };
      const both = [gone, survivor];
      const keys = [...gone.keys, ...survivor.keys];
      if (both.some(({ stale }) => stale)) return { keys };
      const merges = await mergesOf(db, both, session);
      if (gone._id === survivor._id) throw areOne(gone, fromKey, intoKey, merges.length > 0);
      const signed = { actor, brandId: brand._id, at: await timeAfter(db, keys, now, session) };
      const edit = newEdit(
        editKeyOf(gone, merges, fromKey),
        { kind: "merge", into: editKeyOf(survivor, merges, intoKey) },
        signed,
      );
      await storeEdits(db, [edit], both, session);
      return { keys, done: [edit] };
    });
    if (stored.missing !== undefined) throw await noSuchCreator(db, stored.missing, actor);
    await recomputeCreators(context, stored.keys);
    if (stored.done === undefined) continue;
    return { ...(await nameOf(db, intoKey, actor)), edits: stored.done };
  }
  throw tooManyRaces();
}

const holderOf = (creators: readonly Creator[], key: CreatorKey) => creators.find(({ keys }) => keys.includes(key));

function areOne(creator: Creator, from: CreatorKey, into: CreatorKey, wasMerged: boolean): CrmError {
  const say =
    from === into
      ? `${from} is named twice. Expected two creators: the old one, and the one to keep.`
      : wasMerged
        ? `${from} and ${into} are merged already.`
        : `${from} and ${into} are two names of one creator already${creator.tiktokUserId ? ` (TikTok user id ${creator.tiktokUserId})` : ""}.`;
  return new CrmError("refused", `${from} and ${into} are one creator`, {
    say,
    ...(from !== into && wasMerged ? { next: { terminal: `Take them apart with: unmerge ${from}` } } : {}),
  });
}
