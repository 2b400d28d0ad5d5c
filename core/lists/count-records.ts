import { countFitting } from "../mongo/count-fitting.js";
import type { Filter } from "../query/index.js";
import { amongIds, uncovered } from "./among-ids.js";
import type { Access } from "./choose-access.js";
import { deniedBy } from "./conditions.js";
import { COUNTED, PATIENCE } from "./list-request.js";
import type { ListSource } from "./list-source.js";
import { findWays } from "./ways.js";

/** What each condition is counted to: one more than is told. */
export const COUNT_TO = COUNTED + 1;

export interface Total {
  total: number;
  more: boolean;
}

/** How many records of a list fit: exactly up to `COUNTED`, or however many there are. */
export async function countRecords(
  source: ListSource,
  filter: Filter,
  access: Access,
  exactly: boolean,
): Promise<Total> {
  if (access.isEmpty) return { total: 0, more: false };
  const count =
    (await knownFrom(access, exactly)) ??
    (await countDenied(source, access, exactly)) ??
    (await countAll(source, filter, access, exactly));
  if (exactly) return { total: count, more: false };
  return { total: Math.min(count, COUNTED), more: count > COUNTED };
}

/** Choosing how to read the list counted already, or found who can. */
async function knownFrom({ conditions, ways, narrow }: Access, exactly: boolean): Promise<number | undefined> {
  const wholes = ways.filter((way) => way && conditions.every((condition) => way.covers.includes(condition)));
  const most = Math.max(0, ...wholes.map((way) => way?.atLeast ?? 0));
  if (most >= COUNT_TO) return exactly ? undefined : most;
  const whole = wholes.find((way) => way?.count === undefined || way === narrow);
  return whole?.count === undefined ? whole?.atLeast : whole.count();
}

/** All but those that fit what is denied: two counts that read no record. */
async function countDenied(source: ListSource, { conditions }: Access, exactly: boolean): Promise<number | undefined> {
  const [condition] = conditions;
  const denied = conditions.length === 1 && condition ? deniedBy(condition) : undefined;
  if (denied === undefined) return undefined;
  const [way] = await findWays(source, [denied], Number.MAX_SAFE_INTEGER);
  if (way === undefined || !way.covers.includes(denied) || way.size === Number.POSITIVE_INFINITY) return undefined;
  const size = (await way.count?.()) ?? way.size;
  return (await countWhole(source, exactly ? undefined : size + COUNT_TO)) - size;
}

async function countWhole({ collection, ofBrand, brandIndex }: ListSource, limit: number | undefined): Promise<number> {
  const options = { hint: brandIndex ?? "_id_", maxTimeMS: PATIENCE };
  return countFitting(collection, ofBrand, limit === undefined ? options : { ...options, limit });
}

async function countAll(
  source: ListSource,
  filter: Filter,
  { conditions, ways, narrow }: Access,
  exactly: boolean,
): Promise<number> {
  const { collection, brandIndex } = source;
  const limits = { maxTimeMS: PATIENCE, ...(exactly ? {} : { limit: COUNT_TO }) };
  if (narrow?.ids) {
    const left = amongIds(source, await narrow.ids(), uncovered(conditions, narrow));
    return countFitting(collection, left, { ...limits, hint: "_id_" });
  }
  const hinted = ways.filter((way) => way?.hint !== undefined).sort((a, b) => (a?.size ?? 0) - (b?.size ?? 0))[0];
  const hint = hinted?.hint ?? brandIndex ?? (conditions.length === 0 ? "_id_" : undefined);
  return countFitting(collection, filter, hint === undefined ? limits : { ...limits, hint });
}
