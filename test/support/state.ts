import type { Connection } from "mongoose";
import type { BrandCreator } from "../../core/creators/brand-creator.js";
import { brandCreatorModel } from "../../core/creators/brand-creator-model.js";
import type { Creator } from "../../core/creators/creator.js";
import { creatorModel } from "../../core/creators/creator-model.js";
import { collectionOf } from "../../core/mongo/model-of.js";
import { productModel } from "../../core/products/product-model.js";
import { sampleModel } from "../../core/samples/sample-model.js";
import { snapshotModel } from "../../core/snapshots/snapshot-model.js";
import { videoModel } from "../../core/videos/video-model.js";

/** Everything that is computed, by names that two databases share. */
export interface State {
  creators: Record<string, object>;
  brandCreators: Record<string, object>;
  samples: Record<string, object>;
  videos: Record<string, object>;
  products: Record<string, object>;
  snapshots: Record<string, object>;
}

/** What differs between two ways to one state and means nothing. */
const BOOKKEEPING = ["_id", "rev", "updatedAt", "creatorId"];
/** Which import and line said it: not the same when a file is split, or taken in again. */
const PROVENANCE = ["seq", "line", "seqs", "claims"];

/**
 * What is stored of everything computed, for comparing: ids are put in terms of the names a creator is seen under,
 * and bookkeeping is left out.
 *
 * @param options.provenance whether it matters which import and line said something
 */
export async function stateOf(db: Connection, { provenance = true } = {}): Promise<State> {
  const creators = await collectionOf<Creator>(creatorModel(db)).find().toArray();
  const names = new Map(creators.map(({ _id, keys }) => [_id, [...keys].sort().join(" ")]));
  const nameOf = (id: unknown) => names.get(String(id)) ?? `nobody (${id})`;
  const ignored = new Set(provenance ? BOOKKEEPING : [...BOOKKEEPING, ...PROVENANCE]);

  const list = async (collection: { find(): { toArray(): Promise<object[]> } }, keyOf: (document: never) => string) => {
    const entries = (await collection.find().toArray()).map((document) => {
      const { creatorId } = document as { creatorId?: string };
      const of = creatorId === undefined ? {} : { creator: nameOf(creatorId) };
      return [keyOf(document as never), { ...of, ...(clean(document, ignored) as object) }] as const;
    });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    creators: await list(collectionOf(creatorModel(db)), ({ _id }: Creator) => nameOf(_id)),
    brandCreators: await list(collectionOf(brandCreatorModel(db)), ({ brandId, creatorId }: BrandCreator) =>
      [brandId, nameOf(creatorId)].join(": "),
    ),
    samples: await list(collectionOf(sampleModel(db)), ({ _id }: { _id: string }) => _id),
    videos: await list(collectionOf(videoModel(db)), ({ _id }: { _id: string }) => _id),
    products: await list(collectionOf(productModel(db)), ({ _id }: { _id: string }) => _id),
    snapshots: await list(collectionOf(snapshotModel(db)), ({ creatorId, _id }: { creatorId: string; _id: string }) =>
      _id.replace(creatorId, nameOf(creatorId)),
    ),
  };
}

/** Lists whose order means nothing. */
const SETS = new Set(["keys", "contested"]);

function clean(value: unknown, ignored: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => clean(item, ignored));
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([name, item]) => !ignored.has(name) && item !== undefined);
  return Object.fromEntries(
    entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => {
        const cleaned = clean(item, ignored);
        return [name, SETS.has(name) && Array.isArray(cleaned) ? [...cleaned].sort() : cleaned];
      }),
  );
}

/** Every document of the database, byte for byte, for showing that nothing was written. */
export async function dumpOf(db: Connection): Promise<Record<string, unknown[]>> {
  if (!db.db) throw new Error("the connection is not open");
  const collections = await db.db.listCollections({}, { nameOnly: true }).toArray();
  const dump: Record<string, unknown[]> = {};
  for (const { name } of collections.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    dump[name] = await db.collection(name).find().sort({ _id: 1 }).toArray();
  }
  return dump;
}

/** A creator by one of its names, `@handle` or `#userId`. */
export async function creatorBy(db: Connection, key: string): Promise<Creator> {
  const creator = await collectionOf<Creator>(creatorModel(db)).findOne({ keys: key });
  if (creator === null) throw new Error(`there is no creator ${key}`);
  return creator;
}

/** The link of a creator to a brand. */
export async function linkOf(db: Connection, key: string, brandId = "default"): Promise<BrandCreator> {
  const { _id: creatorId } = await creatorBy(db, key);
  const link = await collectionOf<BrandCreator>(brandCreatorModel(db)).findOne({ creatorId, brandId });
  if (link === null) throw new Error(`${key} has no link to ${brandId}`);
  return link;
}
