import type { Connection } from "mongoose";
import { can, type Looker, requireRight } from "../access/actor.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { ALL_BRANDS, type CreatorRow, type ListedRecord, toCreatorRow } from "../lists/index.js";
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
  // One needs no order.
  const largestFirst: Record<string, 1 | -1> = limit === 1 ? {} : { gmvCents: -1, _id: 1 };
  if (brandId === ALL_BRANDS) {
    const found = collectionOf(creatorModel(db))
      .find(filter, { projection: HEAVY, hint: { [path]: 1 } })
      .sort(largestFirst)
      .limit(limit);
    return (await found.toArray()).map((creator) => toCreatorRow(creator, { contacts }));
  }
  const found = collectionOf(brandCreatorModel(db))
    .find({ brandId, ...filter }, { projection: HEAVY, hint: { brandId: 1, [path]: 1 } })
    .sort(largestFirst)
    .limit(limit);
  return (await found.toArray()).map((link) => toCreatorRow(link, { contacts }));
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
  const among = { $in: [...ids] };
  const found =
    brandId === ALL_BRANDS
      ? collectionOf(creatorModel(db)).find({ _id: among }, { projection: HEAVY })
      : collectionOf(brandCreatorModel(db)).find({ brandId, creatorId: among }, { projection: HEAVY });
  const records: readonly ListedRecord[] = await found.toArray();
  const rows = records.map((record) => toCreatorRow(record, { contacts }));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
