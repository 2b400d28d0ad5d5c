import type { Filter } from "../query/index.js";
import { conditionsIn } from "./conditions.js";
import type { ListSource } from "./list-source.js";
import type { Order } from "./order.js";
import { findWays, narrowest, type Way } from "./ways.js";

/** How the records of a list are found: through the few that fit one condition, or along the list's own order. */
export interface Access {
  /** Nothing fits one of the conditions. */
  isEmpty: boolean;
  conditions: readonly Filter[];
  /** Of each condition, where there is one. */
  ways: readonly (Way | undefined)[];
  /** The narrowest of them. */
  narrow?: Way;
  /** Whether it is cheaper to take all of those few and put them in order than to go through the list. */
  sorts: boolean;
}

/**
 * Decides how to read a list, by counting what fits each condition.
 *
 * MongoDB would find out by trying every index that begins with the brand, a dozen and more, at each new kind of
 * question: tenths of a second. So it is told which one to take.
 *
 * @param most how far each condition is counted: never more than that is put in order in memory
 */
export async function chooseAccess(
  source: ListSource,
  filter: Filter,
  order: Order,
  { rows, most }: { rows: number; most: number },
): Promise<Access> {
  const conditions = conditionsIn(filter).filter((condition) => !("brandId" in condition) || !source.brandId);
  const [ways, all] = await Promise.all([
    findWays(source, conditions, most),
    conditions.length === 0 ? 0 : source.collection.estimatedDocumentCount(),
  ]);
  const narrow = narrowest(ways, most);
  const sorts = narrow !== undefined && narrow.size < walked(ways, order, rows, all);
  return { isEmpty: narrow?.size === 0, conditions, ways, narrow, sorts };
}

/** How many records are looked at along the order, if no condition has to do with another, until a page is full. */
function walked(ways: readonly (Way | undefined)[], order: Order, rows: number, all: number): number {
  const sizes = ways.flatMap((way) => (way === undefined || way.path === order.path ? [] : [way.size]));
  const own = ways.find((way) => way?.path === order.path && way.ids === undefined);
  const length = own?.size ?? all;
  const share = sizes.reduce((product, size) => product * Math.min(1, size / Math.max(1, all)), 1);
  return Math.min(length, rows / Math.max(share, 1 / Math.max(1, all)));
}
