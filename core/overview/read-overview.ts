import type { Connection } from "mongoose";
import { type Actor, can } from "../access/actor.js";
import type { Brand } from "../brands/brand.js";
import { allBrands } from "../brands/find-brand.js";
import type { Import } from "../imports/import.js";
import { importModel } from "../imports/import-model.js";
import { withIndexes } from "../lists/index.js";
import { collectionOf } from "../mongo/model-of.js";
import { listSegments } from "../segments/save-segment.js";
import type { Segment } from "../segments/segment.js";
import { readFreshness, type SourceFreshness } from "./freshness.js";
import { readToDecide, type ToDecide } from "./to-decide.js";
import { type Totals, totalsOf, totalsOfAll } from "./totals.js";

export interface Overview {
  brands: Brand[];
  totals: Totals;
  freshness: SourceFreshness[];
  /** At work now, and the newest of the others. */
  running: Import[];
  recent: Import[];
  segments: Segment[];
  /** What waits for a person to decide; absent for those who may not. */
  toDecide?: ToDecide;
}

/** Imports shown of each kind. */
const MOST_IMPORTS = 5;

/**
 * Everything at a glance, of the brands that a person may see. Nothing is counted through: totals are what the database
 * keeps of itself, the rest is read from indexes, up to a bound.
 */
export async function readOverview(db: Connection, { actor, now }: { actor: Actor; now: Date }): Promise<Overview> {
  return withIndexes(db, () => readAll(db, { actor, now }));
}

async function readAll(db: Connection, { actor, now }: { actor: Actor; now: Date }): Promise<Overview> {
  const brands = new Map([...(await allBrands(db))].filter(([id]) => can(actor, "see", id)));
  const [totals, freshness, imports, segments, toDecide] = await Promise.all([
    can(actor, "see") ? totalsOfAll(db) : totalsOf(db, brands),
    readFreshness(db, brands, now),
    readImports(db, brands),
    listSegments(db, { actor }),
    readToDecide(db, actor, brands),
  ]);
  return { brands: [...brands.values()], totals, freshness, ...imports, segments, ...(toDecide ? { toDecide } : {}) };
}

async function readImports(
  db: Connection,
  brands: ReadonlyMap<string, Brand>,
): Promise<Pick<Overview, "running" | "recent">> {
  const imports = collectionOf(importModel(db));
  const brandId = { $in: [...brands.keys()] };
  const [running, recent] = await Promise.all([
    imports
      .find({ status: { $in: ["running", "undoing"] }, brandId })
      .sort({ acceptedAt: 1 })
      .limit(MOST_IMPORTS)
      .toArray(),
    imports
      .find({ status: { $in: ["done", "failed", "undone"] }, brandId })
      .sort({ receivedAt: -1 })
      .limit(MOST_IMPORTS)
      .toArray(),
  ]);
  return { running, recent };
}
