import { brandCreatorId } from "../creators/brand-creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Filter } from "../query/index.js";
import { both } from "./conditions.js";
import { PATIENCE } from "./list-request.js";
import type { ListSource } from "./list-source.js";
import type { Way } from "./ways.js";

const INDEX = { "search.trigrams": 1 } as const;

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
  const sizes = await Promise.all(
    partsIn(condition).map(async (part) => {
      const having = { "search.trigrams": { $eq: part } };
      return { having, size: await creators.countDocuments(having, { hint: INDEX, limit: most, maxTimeMS: PATIENCE }) };
    }),
  );
  const [rarest] = sizes.sort((a, b) => a.size - b.size);
  if (rarest === undefined || rarest.size >= most) return undefined;

  const texts = all.filter((each) => each !== condition && isOwnText(each));
  const linked: Filter = brandId === undefined ? {} : { brandIds: { $eq: brandId } };
  // In one answer: they are counted, and fewer than `most`.
  const options = { hint: INDEX, projection: { _id: 1 }, maxTimeMS: PATIENCE, batchSize: most };
  const found = await creators.find(both(rarest.having, ...texts, linked), options).toArray();
  const ids = found.map(({ _id }) => (brandId === undefined ? _id : brandCreatorId(brandId, _id)));
  // A text contains all parts of what is looked for in it; without a text only the rarest part is looked at.
  const covers = texts.length > 0 ? [condition, ...texts] : [];
  return { covers, size: ids.length, atLeast: ids.length, ids: async () => ids };
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
