import type { Connection } from "mongoose";
import { type Actor, ALL_BRANDS, can } from "../access/actor.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Import } from "./import.js";
import { importModel } from "./import-model.js";

export interface ImportPage {
  imports: Import[];
  /** Imports received before this one are on the next page; absent at the end. */
  next?: Date;
}

/** The imports of the brands that somebody sees, newest first. */
export async function listImports(
  db: Connection,
  { actor, before, limit }: { actor: Actor; before?: Date; limit: number },
): Promise<ImportPage> {
  const seen = actor.rights.map(({ brandId }) => brandId).filter((brandId) => can(actor, "see", brandId));
  const ofBrands = seen.includes(ALL_BRANDS) ? {} : { brandId: { $in: seen } };
  const older = before ? { receivedAt: { $lt: before } } : {};
  const found = await collectionOf(importModel(db))
    .find({ ...ofBrands, ...older })
    .sort({ receivedAt: -1, seq: -1 })
    .limit(limit + 1)
    .toArray();
  const imports = found.slice(0, limit);
  const last = imports.at(-1);
  return { imports, ...(found.length > limit && last ? { next: last.receivedAt } : {}) };
}
