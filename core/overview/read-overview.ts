import type { Connection } from "mongoose";
import { type Actor, can } from "../access/actor.js";
import type { Brand } from "../brands/brand.js";
import { allBrands } from "../brands/find-brand.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import type { Import } from "../imports/import.js";
import { importModel } from "../imports/import-model.js";
import { COUNTED, withIndexes } from "../lists/index.js";
import { collectionOf } from "../mongo/model-of.js";
import { productModel } from "../products/product-model.js";
import { sampleModel } from "../samples/sample-model.js";
import { listSegments } from "../segments/save-segment.js";
import type { Segment } from "../segments/segment.js";
import { videoModel } from "../videos/video-model.js";
import { readFreshness, type SourceFreshness } from "./freshness.js";

/** A number of things; `more` says that there are more than that. */
export interface Counted {
  count: number;
  more: boolean;
}

export interface Overview {
  brands: Brand[];
  /** About how many there are; of single brands, where the person sees only some, creators alone. */
  totals: { creators: Counted; samples?: Counted; videos?: Counted; products?: Counted };
  freshness: SourceFreshness[];
  /** At work now, and the newest of the others. */
  running: Import[];
  recent: Import[];
  segments: Segment[];
  /** What waits for a person to decide; absent for those who may not. */
  toDecide?: { alternatives: Counted; doubles: Counted };
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

/** As the database keeps them: exact but after a crash. */
async function totalsOfAll(db: Connection): Promise<Overview["totals"]> {
  const [creators = 0, samples = 0, videos = 0, products = 0] = await Promise.all([
    creatorModel(db).collection.estimatedDocumentCount(),
    sampleModel(db).collection.estimatedDocumentCount(),
    videoModel(db).collection.estimatedDocumentCount(),
    productModel(db).collection.estimatedDocumentCount(),
  ]);
  const exactly = (count: number): Counted => ({ count, more: false });
  return {
    creators: exactly(creators),
    samples: exactly(samples),
    videos: exactly(videos),
    products: exactly(products),
  };
}

async function totalsOf(db: Connection, brands: ReadonlyMap<string, Brand>): Promise<Overview["totals"]> {
  const links = collectionOf(brandCreatorModel(db));
  const count = await links.countDocuments(
    { brandId: { $in: [...brands.keys()] } },
    { limit: COUNTED + 1, hint: { brandId: 1, creatorId: 1 } },
  );
  return { creators: bounded(count) };
}

async function readImports(
  db: Connection,
  brands: ReadonlyMap<string, Brand>,
): Promise<Pick<Overview, "running" | "recent">> {
  const imports = collectionOf(importModel(db));
  const brandId = { $in: [...brands.keys()] };
  const [running, recent] = await Promise.all([
    imports
      .find({ status: { $in: ["accepted", "running", "undoing"] }, brandId })
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

/** Whoever decides about creators may change them, and see their contacts, for every brand or for some. */
async function readToDecide(
  db: Connection,
  actor: Actor,
  brands: ReadonlyMap<string, Brand>,
): Promise<Overview["toDecide"]> {
  if (can(actor, "change")) {
    const creators = collectionOf(creatorModel(db));
    const [alternatives, doubles] = await Promise.all([
      creators.countDocuments({ alternatives: { $gt: 0 } }, { limit: COUNTED + 1, hint: { alternatives: 1 } }),
      creators.countDocuments({ duplicates: { $gt: 0 } }, { limit: COUNTED + 1, hint: { duplicates: 1 } }),
    ]);
    return { alternatives: bounded(alternatives), doubles: bounded(doubles) };
  }
  const mine = [...brands.keys()].filter((id) => can(actor, "change", id));
  if (mine.length === 0) return undefined;
  const links = collectionOf(brandCreatorModel(db));
  const among = { brandId: { $in: mine } };
  const [alternatives, doubles] = await Promise.all([
    links.countDocuments(
      { ...among, alternatives: { $gt: 0 } },
      { limit: COUNTED + 1, hint: { brandId: 1, alternatives: 1 } },
    ),
    links.countDocuments(
      { ...among, duplicates: { $gt: 0 } },
      { limit: COUNTED + 1, hint: { brandId: 1, duplicates: 1 } },
    ),
  ]);
  return { alternatives: bounded(alternatives), doubles: bounded(doubles) };
}

const bounded = (count: number): Counted => ({ count: Math.min(count, COUNTED), more: count > COUNTED });
