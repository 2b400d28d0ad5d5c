import type { Connection } from "mongoose";
import { type Actor, ALL_BRANDS, can } from "../access/actor.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Import } from "./import.js";
import { importModel } from "./import-model.js";

/** The last import of a page: the next page begins behind it. */
export interface ImportPlace {
  receivedAt: Date;
  seq: number;
}

export interface ImportPage {
  imports: Import[];
  /** Absent at the end. */
  next?: ImportPlace;
}

/** The imports of the brands that somebody sees, newest first. */
export async function listImports(
  db: Connection,
  { actor, before, limit }: { actor: Actor; before?: ImportPlace; limit: number },
): Promise<ImportPage> {
  const seen = actor.rights.map(({ brandId }) => brandId).filter((brandId) => can(actor, "see", brandId));
  const ofBrands = seen.includes(ALL_BRANDS) ? {} : { brandId: { $in: seen } };
  const older = before ? olderThan(before) : {};
  const found = await collectionOf(importModel(db))
    .find({ ...ofBrands, ...older })
    .sort({ receivedAt: -1, seq: -1 })
    .limit(limit + 1)
    .toArray();
  const imports = found.slice(0, limit);
  const last = imports.at(-1);
  return {
    imports,
    ...(found.length > limit && last ? { next: { receivedAt: last.receivedAt, seq: last.seq ?? 0 } } : {}),
  };
}

const olderThan = ({ receivedAt, seq }: ImportPlace) => ({
  $or: [{ receivedAt: { $lt: receivedAt } }, { receivedAt, seq: { $lt: seq } }],
});
