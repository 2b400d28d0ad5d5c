import type { IndexSpecification } from "mongodb";
import { countFitting } from "../mongo/count-fitting.js";
import type { Filter } from "../query/index.js";
import { both, conditionsIn } from "./conditions.js";
import { fittingIndex } from "./fitting-index.js";
import { PATIENCE } from "./list-request.js";
import type { ListSource, PathIndex } from "./list-source.js";
import { once } from "./once.js";
import { wayBySuffixes } from "./way-by-suffixes.js";

/** A way to the records that fit some conditions, other than going through the whole list. */
export interface Way {
  /** What all records that it leads to fit. */
  covers: readonly Filter[];
  /** How many records it leads to at most; a way to as many as were looked at, or more, is none. */
  size: number;
  /** Lower bound of how many records match what it covers. */
  atLeast: number;
  /** Counts those that match all that it covers; left out, it is `atLeast`. */
  count?: () => Promise<number>;
  /** The path whose index is gone by. */
  path?: string;
  /** The index to go by. */
  hint?: IndexSpecification;
  /** Where one index is not enough: the ids of all that may fit. */
  ids?: () => Promise<readonly string[]>;
  /** The ids are of creators, those with the most sales over all brands first. */
  bySales?: true;
}

/** A scan holds an expression against every value there is; worth it only for what is rare. */
const MOST_SCANNED = 2_000;

/**
 * For each of the conditions, which all have to hold, an index path to it where there is one.
 *
 * @param most how far records are counted: a way to more than that is as good as none
 */
export async function findWays(
  source: ListSource,
  conditions: readonly Filter[],
  most: number,
): Promise<(Way | undefined)[]> {
  const find = (condition: Filter) => findWay(source, condition, conditions, most);
  const indexed = await Promise.all(conditions.map((each) => (isScan(each) ? undefined : find(each))));
  // Parts of words find what a scan would find.
  const spares = conditions.some((each) => "search.suffixes" in each) || narrowest(indexed, MOST_SCANNED);
  return spares ? indexed : Promise.all(conditions.map((each, at) => (isScan(each) ? find(each) : indexed[at])));
}

async function findWay(
  source: ListSource,
  condition: Filter,
  all: readonly Filter[],
  most: number,
): Promise<Way | undefined> {
  const [[key, value] = ["", undefined]] = Object.entries(condition);
  if (key === "$or" && Array.isArray(value)) return wayOfAny(source, condition, value, most);
  if (key === "search.suffixes") return wayBySuffixes(source, condition, all, most);
  const index = key.startsWith("$") ? undefined : fittingIndex(source, key, value);
  if (index === undefined) return undefined;
  return isScan(condition) ? wayByScan(source, index, condition) : wayByIndex(source, index, condition, most);
}

/** Whether a condition is an expression that does not say how a text begins, or has one among its alternatives. */
function isScan(condition: Filter): boolean {
  return Object.entries(condition).some(([key, value]) => {
    if (key === "$or" && Array.isArray(value)) return value.some(isScan);
    return typeof value === "object" && value !== null && "$regex" in value && !String(value.$regex).startsWith("^");
  });
}

async function wayByIndex(
  { collection, ofBrand }: ListSource,
  { path, spec }: PathIndex,
  condition: Filter,
  most: number,
): Promise<Way> {
  const limits = { hint: spec, limit: most, maxTimeMS: PATIENCE };
  const size = await countFitting(collection, both(ofBrand, condition), limits);
  return { covers: [condition], size, atLeast: size, path, hint: spec };
}

/** What was found once is not looked for again. */
async function wayByScan(source: ListSource, { path, spec }: PathIndex, condition: Filter): Promise<Way> {
  const ids = await findIds(source, condition, spec, undefined, MOST_SCANNED);
  if (ids.length === MOST_SCANNED) return { covers: [], size: Number.POSITIVE_INFINITY, atLeast: 0, path, hint: spec };
  return { covers: [condition], size: ids.length, atLeast: ids.length, path, ids: async () => ids };
}

/** Each alternative has to have a way; together they lead to the union. */
async function wayOfAny(
  source: ListSource,
  condition: Filter,
  alternatives: readonly Filter[],
  most: number,
): Promise<Way> {
  const found = await Promise.all(
    alternatives.map(async (alternative) => {
      const parts = conditionsIn(alternative);
      const ways = await findWays(source, parts, most);
      const whole = ways.find((way) => way && isWhole(way, parts));
      return { parts, way: narrowest(ways, most), atLeast: whole?.atLeast ?? 0 };
    }),
  );
  const atLeast = Math.max(...found.map((each) => each.atLeast));
  const size = found.reduce((sum, { way }) => sum + (way?.size ?? Number.POSITIVE_INFINITY), 0);
  const ids = once(async () => {
    const lists = await Promise.all(
      found.map(({ way, parts }) =>
        way?.ids && isWhole(way, parts) ? way.ids() : findIds(source, both(...parts), way?.hint, way?.ids),
      ),
    );
    return [...new Set(lists.flat())];
  });
  return { covers: [condition], size, atLeast, ids, count: async () => (await ids()).length };
}

const isWhole = (way: Way, parts: readonly Filter[]): boolean => parts.every((part) => way.covers.includes(part));

/** @param among ids that hold all there are */
async function findIds(
  { collection, ofBrand }: ListSource,
  condition: Filter,
  hint: IndexSpecification | undefined,
  among?: Way["ids"],
  limit = 0,
): Promise<string[]> {
  const options = { hint: among ? "_id_" : hint, limit, projection: { _id: 1 }, maxTimeMS: PATIENCE };
  const byId = among ? { _id: { $in: [...(await among())] } } : {};
  return (await collection.find(both(byId, ofBrand, condition), options).toArray()).map(({ _id }) => _id);
}

/** The way to the fewest, when there is one to fewer than were looked at. */
export function narrowest(ways: readonly (Way | undefined)[], most: number): Way | undefined {
  const narrow = ways.filter((way) => way !== undefined && way.size < most) as Way[];
  return narrow.sort((a, b) => a.size - b.size)[0];
}
