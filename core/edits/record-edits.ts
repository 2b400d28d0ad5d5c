import { type ClientSession, ObjectId } from "mongodb";
import type { Connection } from "mongoose";
import { type Actor, requireRight } from "../access/actor.js";
import type { Brand } from "../brands/brand.js";
import { allBrands, findBrand } from "../brands/find-brand.js";
import type { BrandCreator } from "../creators/brand-creator.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import type { Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { markStale } from "../creators/mark-stale.js";
import { recomputeCreators } from "../creators/recompute-creators.js";
import { CrmError } from "../errors/crm-error.js";
import { inTransaction } from "../mongo/in-transaction.js";
import { collectionOf } from "../mongo/model-of.js";
import type { CreatorKey } from "../sightings/sighting.js";
import type { Edit, EditChange } from "./edit.js";
import { editKeyOf, mergesOf } from "./edit-key.js";
import { editModel } from "./edit-model.js";
import { isThereFor, keyMeant, noSuchCreator } from "./find-creator.js";

/** Who changes something, for which brand, and when. */
export interface Acting {
  actor: Actor;
  now: Date;
  /** The brand's slug; left out, the default brand. */
  brand?: string;
}

/** A creator as it is at the moment of a change, with its link to the brand. */
export interface Subject {
  creator: Creator;
  link?: BrandCreator;
  brand: Brand;
}

/** What became of a change: the edits that it made, none where everything was that way already. */
export interface Edited {
  /** The creator's id and current handle. */
  id: string;
  handle?: string;
  edits: Edit[];
}

/** Races lost in a row before giving up. */
const MOST_TRIES = 30;

/**
 * Changes one creator: `decide` sees it as it is, and what it answers is stored as edits in the same transaction, so
 * that of two who change one field at once the second sees what the first one did. Then the creator is computed anew.
 *
 * @param decide may be asked again; throws what makes the change impossible
 * @param whenMissing what the creator is until it is computed, where there is none yet
 */
export async function recordEdits(
  db: Connection,
  who: string,
  { actor, now, brand: slug }: Acting,
  decide: (subject: Subject) => EditChange[],
  whenMissing?: (key: CreatorKey, brand: Brand) => Creator,
): Promise<Edited> {
  const brand = await findBrand(db, slug);
  requireRight(actor, "change", brand._id);
  const context = { db, brands: await allBrands(db), now };
  const key = keyMeant(who);
  // Who adds a creator of other brands makes it one of this brand too.
  const isThere = (known: Creator | null) => !known || whenMissing !== undefined || isThereFor(actor, known, "change");
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stored = await inTransaction(db, async (session) => {
      const known = await collectionOf(creatorModel(db)).findOne({ keys: key }, { session });
      const creator = known ?? whenMissing?.(key, brand);
      if (creator === undefined || !isThere(known)) return undefined;
      // What was changed a moment ago is not in its fields yet: it has to be seen first.
      if (known?.stale) return { creator };
      const link = await collectionOf(brandCreatorModel(db)).findOne(
        { creatorId: creator._id, brandId: brand._id },
        { session },
      );
      const changes = decide({ creator, ...(link ? { link } : {}), brand });
      const signed = { actor, brandId: brand._id, at: await timeAfter(db, creator.keys, now, session) };
      const editKey = editKeyOf(creator, await mergesOf(db, [creator], session), key);
      const edits = changes.map((change) => newEdit(editKey, change, signed));
      if (known === null) await collectionOf(creatorModel(db)).insertOne({ ...creator, rev: 0 }, { session });
      await storeEdits(db, edits, [creator], session);
      return { creator, edits };
    });
    if (stored === undefined) throw await noSuchCreator(db, key, actor);
    const { creator, edits } = stored;
    if (edits === undefined || edits.length > 0) await recomputeCreators(context, creator.keys);
    if (edits === undefined) continue;
    const { handle } = creator;
    return { id: creator._id, ...(handle === undefined ? {} : { handle }), edits };
  }
  throw tooManyRaces();
}

export const tooManyRaces = (): CrmError =>
  new CrmError("conflict", "a creator changed under every attempt", {
    say: "Others were changing this creator all the time. Try again in a moment.",
  });

/** Stores edits and marks their creators as to be computed: both or neither, in the transaction of the session. */
export async function storeEdits(
  db: Connection,
  edits: readonly Edit[],
  creators: readonly Pick<Creator, "_id">[],
  session: ClientSession,
): Promise<void> {
  if (edits.length === 0) return;
  await collectionOf(editModel(db)).insertMany([...edits], { session });
  await markStale(db, { _id: { $in: creators.map(({ _id }) => _id) } }, session);
}

/** One edit, signed. */
export function newEdit(
  key: CreatorKey,
  change: EditChange,
  { actor, brandId, at, batch }: { actor: Actor; brandId: string; at: Date; batch?: string },
): Edit {
  return {
    _id: new ObjectId().toHexString(),
    key,
    keys: change.kind === "merge" ? [key, change.into] : [key],
    brandId,
    change,
    at,
    by: actor.id,
    via: actor.via,
    ...(batch === undefined ? {} : { batch }),
  };
}

/** Now, or just after the newest edit of the creator: clocks differ, and the order of edits decides what counts. */
export async function timeAfter(
  db: Connection,
  keys: readonly CreatorKey[],
  now: Date,
  session: ClientSession,
): Promise<Date> {
  const [newest] = await collectionOf(editModel(db))
    .find({ keys: { $in: [...keys] }, at: { $gte: now } }, { session })
    .sort({ at: -1 })
    .limit(1)
    .toArray();
  return newest === undefined ? now : new Date(newest.at.getTime() + 1);
}
