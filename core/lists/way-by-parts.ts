import type { Collection } from "mongodb";
import { brandCreatorId } from "../creators/brand-creator.js";
import type { Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { countFitting } from "../mongo/count-fitting.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Filter } from "../query/index.js";
import { both } from "./conditions.js";
import { PATIENCE } from "./list-request.js";
import type { ListSource } from "./list-source.js";
import type { Way } from "./ways.js";

const INDEX = { "search.trigrams": 1 } as const;

/** Of several parts one is mostly this rare: it is found without counting how many have the others. */
const RARE = 1_000;

/** What is the creator's own: the same in the creator over all brands and in each link to one. */
const OWN_TEXTS = new Set(["search.trigrams", "search.name", "search.city", "handles", "email", "phone"]);

/**
 * Through the rarest of some parts of words. They are indexed once, for all brands: most of what there is to index.
 *
 * @param condition `{ "search.trigrams": { $all: parts } }`
 * @param all the conditions that hold together with it; those on a creator's own texts are looked at on the way
 */
export async function wayByParts(
  { db, brandId }: ListSource,
  condition: Filter,
  all: readonly Filter[],
  most: number,
): Promise<Way | undefined> {
  const creators = collectionOf(creatorModel(db));
  const parts = partsIn(condition);
  const rarest = (await rarestOf(creators, parts, RARE)) ?? (most > RARE && (await rarestOf(creators, parts, most)));
  if (!rarest) return undefined;

  const texts = all.filter((each) => each !== condition && isOwnText(each));
  const linked: Filter = brandId === undefined ? {} : { brandIds: { $eq: brandId } };
  // In one answer: they are counted, and fewer than `most`.
  const options = { hint: INDEX, projection: { _id: 1 }, maxTimeMS: PATIENCE, batchSize: most };
  const found = await creators.find(both(rarest, ...texts, linked), options).toArray();
  const ids = found.map(({ _id }) => (brandId === undefined ? _id : brandCreatorId(brandId, _id)));
  // A text contains all parts of what is looked for in it; without a text only the rarest part is looked at.
  const covers = texts.length > 0 ? [condition, ...texts] : [];
  return { covers, size: ids.length, atLeast: ids.length, ids: async () => ids };
}

/** The part that fewest have, when those are fewer than `most`. */
async function rarestOf(
  creators: Collection<Creator>,
  parts: readonly string[],
  most: number,
): Promise<Filter | undefined> {
  const counted = await Promise.all(
    parts.map(async (part) => {
      const having = { "search.trigrams": { $eq: part } };
      return { having, size: await countFitting(creators, having, { hint: INDEX, limit: most, maxTimeMS: PATIENCE }) };
    }),
  );
  const [rarest] = counted.sort((a, b) => a.size - b.size);
  return rarest && rarest.size < most ? rarest.having : undefined;
}

function partsIn(condition: Filter): string[] {
  const value: unknown = condition["search.trigrams"];
  const all = typeof value === "object" && value !== null && "$all" in value ? value.$all : [];
  return Array.isArray(all) ? all : [];
}

function isOwnText(condition: Filter): boolean {
  return Object.entries(condition).every(([key, value]) =>
    key === "$or" && Array.isArray(value) ? value.every(isOwnText) : OWN_TEXTS.has(key),
  );
}
