import type { Collection, IndexSpecification } from "mongodb";
import type { Connection, Model } from "mongoose";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { collectionOf } from "../mongo/model-of.js";
import type { CompiledQuery, Filter } from "../query/index.js";
import { sampleModel } from "../samples/sample-model.js";
import { videoModel } from "../videos/video-model.js";

export interface Stored {
  _id: string;
  [field: string]: unknown;
}

/** An index that finds records of a list by the values of one path. */
export interface PathIndex {
  path: string;
  spec: IndexSpecification;
  /** Goes on to the id: what it finds is in the order of lists. */
  ordered: boolean;
  /** What it leaves out is without this. */
  only?: Filter;
}

/** Where a list is read from: one collection, of which one brand's records or all of them are meant. */
export interface ListSource {
  db: Connection;
  collection: Collection<Stored>;
  brandId?: string;
  /** Holds for all records that are meant. */
  ofBrand: Filter;
  indexes: readonly PathIndex[];
  /** Finds all records that are meant; absent where that is the whole collection. */
  brandIndex?: IndexSpecification;
}

const MODELS = {
  creators: creatorModel,
  brandCreators: brandCreatorModel,
  samples: sampleModel,
  videos: videoModel,
} as const;

export function listSource(db: Connection, name: CompiledQuery["collection"], brandId: string | undefined): ListSource {
  const model = MODELS[name](db) as unknown as Model<Stored>;
  const indexes = model.schema
    .indexes()
    .flatMap(([spec, options]) => pathIndex(spec as Record<string, 1>, options, brandId !== undefined));
  return {
    db,
    collection: collectionOf(model),
    brandId,
    ofBrand: brandId === undefined ? {} : { brandId: { $eq: brandId } },
    indexes,
    ...(brandId === undefined ? {} : { brandIndex: BRAND_INDEX[name] }),
  };
}

/** Each is there for something else too, and begins with the brand. */
const BRAND_INDEX: Partial<Record<CompiledQuery["collection"], Record<string, 1>>> = {
  brandCreators: { brandId: 1, creatorId: 1 },
  samples: { brandId: 1, productName: 1 },
  videos: { brandId: 1, productNames: 1 },
};

type IndexOptions = { partialFilterExpression?: unknown; sparse?: boolean };

function pathIndex(spec: Record<string, 1>, options: IndexOptions, ofOneBrand: boolean): PathIndex[] {
  const paths = Object.keys(spec);
  const path = paths[0] === "brandId" && ofOneBrand ? paths[1] : paths[0];
  if (path === undefined) return [];
  const only =
    (options.partialFilterExpression as Filter | undefined) ?? (options.sparse && { [path]: { $exists: true } });
  return [{ path, spec, ordered: path !== "brandId" && paths.at(-1) === "_id", ...(only ? { only } : {}) }];
}
