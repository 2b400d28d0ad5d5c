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

const PATH = "search.suffixes";
const INDEX = { [PATH]: 1 } as const;

/** Which of several words is the rarest is told no further than up to here. */
const COMMON = 10_000;

/** What is the creator's own: the same in the creator over all brands and in each link to one. */
const OWN_TEXTS = new Set([PATH, "search.name", "search.city", "handles", "email", "phone"]);

/**
 * Through the suffixes of words, by the rarest of the words that are looked for: one way for all such conditions, told of
 * the first. They are indexed once, for all brands: most of what there is to index.
 *
 * @param condition `{ "search.suffixes": { $all: patterns } }`
 * @param all the conditions that hold together with it; those on a creator's own texts are looked at on the way
 */
export async function wayBySuffixes(
  { db, brandId }: ListSource,
  condition: Filter,
  all: readonly Filter[],
  most: number,
): Promise<Way | undefined> {
  const creators = collectionOf(creatorModel(db));
  const same = all.filter((each) => PATH in each);
  if (condition !== same[0]) return undefined;
  const patterns = same.flatMap(patternsIn);
  const rarest = await rarestOf(creators, patterns);
  if (rarest === undefined) return undefined;

  const texts = all.filter((each) => !same.includes(each) && isOwnText(each));
  const linked: Filter = brandId === undefined ? {} : { brandIds: { $eq: brandId } };
  const options = { hint: INDEX, projection: { gmvCents: 1 }, maxTimeMS: PATIENCE, limit: most, batchSize: most };
  const found = await creators.find(both({ [PATH]: rarest }, ...texts, linked), options).toArray();
  found.sort((a, b) => (b.gmvCents ?? -1) - (a.gmvCents ?? -1) || (a._id < b._id ? -1 : 1));
  const ids = found.map(({ _id }) => (brandId === undefined ? _id : brandCreatorId(brandId, _id)));
  // A text holds all words that are looked for in it; without a text only the rarest is looked at.
  const covers = texts.length > 0 || patterns.length === 1 ? [...same, ...texts] : [];
  return { covers, size: ids.length, atLeast: ids.length, ids: async () => ids, bySales: true };
}

/** The word that fewest have. */
async function rarestOf(creators: Collection<Creator>, patterns: readonly RegExp[]): Promise<RegExp | undefined> {
  if (patterns.length < 2) return patterns[0];
  const counted = await Promise.all(
    patterns.map(async (pattern) => {
      const limits = { hint: INDEX, limit: COMMON, maxTimeMS: PATIENCE };
      return { pattern, size: await countFitting(creators, { [PATH]: pattern }, limits) };
    }),
  );
  return counted.sort((a, b) => a.size - b.size)[0]?.pattern;
}

function patternsIn(condition: Filter): RegExp[] {
  const value: unknown = condition[PATH];
  const all = typeof value === "object" && value !== null && "$all" in value ? value.$all : [];
  return Array.isArray(all) ? all : [];
}

function isOwnText(condition: Filter): boolean {
  return Object.entries(condition).every(([key, value]) =>
    key === "$or" && Array.isArray(value) ? value.every(isOwnText) : OWN_TEXTS.has(key),
  );
}
