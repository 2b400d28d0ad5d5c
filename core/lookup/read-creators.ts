import type { Connection } from "mongoose";
import { can, type Looker, requireRight } from "../access/actor.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { ALL_BRANDS, type CreatorRow, type ListedRecord, toCreatorRow } from "../lists/index.js";
import { collectionOf } from "../mongo/model-of.js";
import { escapePattern } from "../text/escape-pattern.js";

/** Where is looked, and for whom: a brand's id or all brands; contacts are masked for who sees them so. */
export interface LookupScope {
  brandId: string;
  actor: Looker;
}

const HEAVY = { values: 0, edited: 0, search: 0, figures: 0, keys: 0 } as const;

/** A text that is indexed by itself. */
export type OwnText = "handles" | "email" | "phone" | "search.name";

/** Creators by a text of their own, those with the most sales first. */
export function readCreators(
  db: Connection,
  path: OwnText,
  value: string | { $in: string[] },
  scope: LookupScope,
  limit: number,
): Promise<CreatorRow[]> {
  // One needs no order.
  const sort: Reading["sort"] = limit === 1 ? {} : { gmvCents: -1, _id: 1 };
  return read(db, scope, { filter: { [path]: value }, index: { [path]: 1 }, sort, limit });
}

/** Creators whose handle begins so, in the order of the alphabet. */
export function readBegun(db: Connection, handle: string, scope: LookupScope, limit: number): Promise<CreatorRow[]> {
  const index = { handle: 1, _id: 1 } as const;
  return read(db, scope, { filter: { handle: { $regex: `^${escapePattern(handle)}` } }, index, sort: index, limit });
}

interface Reading {
  filter: Record<string, unknown>;
  /** Of creators; of links it begins with the brand besides. */
  index: Record<string, 1>;
  sort: Record<string, 1 | -1>;
  limit: number;
}

async function read(
  db: Connection,
  { brandId, actor }: LookupScope,
  { filter, index, sort, limit }: Reading,
): Promise<CreatorRow[]> {
  requireRight(actor, "see", brandId);
  const contacts = can(actor, "see-contacts", brandId);
  const found =
    brandId === ALL_BRANDS
      ? collectionOf(creatorModel(db)).find(filter, { projection: HEAVY, hint: index })
      : collectionOf(brandCreatorModel(db)).find(
          { brandId, ...filter },
          { projection: HEAVY, hint: { brandId: 1, ...index } },
        );
  const records: readonly ListedRecord[] = await found.sort(sort).limit(limit).toArray();
  return records.map((record) => toCreatorRow(record, { contacts }));
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
