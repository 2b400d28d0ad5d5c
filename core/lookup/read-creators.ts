import type { Connection } from "mongoose";
import { can, type Looker, requireRight } from "../access/actor.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { ALL_BRANDS, type CreatorRow, toCreatorRow } from "../lists/index.js";
import { collectionOf } from "../mongo/model-of.js";

/** Where is looked, and for whom: a brand's id or all brands; contacts are masked for who sees them so. */
export interface LookupScope {
  brandId: string;
  actor: Looker;
}

const HEAVY = { values: 0, edited: 0, search: 0, figures: 0, keys: 0 } as const;

/** A text that is indexed by itself. */
export type OwnText = "handles" | "email" | "phone" | "search.name";

/** Creators by a text of their own, those with the most sales first. */
export async function readCreators(
  db: Connection,
  path: OwnText,
  value: string | { $in: string[] },
  { brandId, actor }: LookupScope,
  limit: number,
): Promise<CreatorRow[]> {
  requireRight(actor, "see", brandId);
  const contacts = can(actor, "see-contacts", brandId);
  const filter = { [path]: value };
  const creators = collectionOf(creatorModel(db));
  // One needs no order.
  const largestFirst: Record<string, 1 | -1> = limit === 1 ? {} : { gmvCents: -1, _id: 1 };
  if (brandId === ALL_BRANDS) {
    const found = creators
      .find(filter, { projection: HEAVY, hint: { [path]: 1 } })
      .sort(largestFirst)
      .limit(limit);
    return (await found.toArray()).map((creator) => toCreatorRow(creator, { contacts }));
  }
  const [links, withIds] = await Promise.all([
    collectionOf(brandCreatorModel(db))
      .find({ brandId, ...filter }, { projection: HEAVY, hint: { brandId: 1, [path]: 1 } })
      .sort(largestFirst)
      .limit(limit)
      .toArray(),
    creators
      .find({ ...filter, tiktokUserId: { $exists: true } }, { projection: { tiktokUserId: 1 }, hint: { [path]: 1 } })
      .limit(limit)
      .toArray(),
  ]);
  const userIds = new Map(withIds.map(({ _id, tiktokUserId }) => [_id, tiktokUserId]));
  return links.map((link) => toCreatorRow(link, { contacts, tiktokUserId: userIds.get(link.creatorId) }));
}

/** The rows of creators that are known by id, in that order; of one brand those that it works with. */
export async function readById(
  db: Connection,
  ids: readonly string[],
  { brandId, actor }: LookupScope,
): Promise<CreatorRow[]> {
  requireRight(actor, "see", brandId);
  const contacts = can(actor, "see-contacts", brandId);
  if (ids.length === 0) return [];
  const creators = await collectionOf(creatorModel(db))
    .find({ _id: { $in: [...ids] } }, { projection: HEAVY })
    .toArray();
  const rows = new Map(creators.map((creator) => [creator._id, toCreatorRow(creator, { contacts })]));
  if (brandId !== ALL_BRANDS) {
    const links = await collectionOf(brandCreatorModel(db))
      .find({ brandId, creatorId: { $in: [...ids] } }, { projection: HEAVY })
      .toArray();
    const ofBrand = links.map((link) => {
      const tiktokUserId = rows.get(link.creatorId)?.tiktokUserId;
      return [link.creatorId, toCreatorRow(link, { contacts, tiktokUserId })] as const;
    });
    rows.clear();
    for (const [id, row] of ofBrand) rows.set(id, row);
  }
  return ids.flatMap((id) => rows.get(id) ?? []);
}
