import type { FindOptions } from "mongodb";
import type { Filter } from "../query/index.js";
import { amongIds, uncovered } from "./among-ids.js";
import type { Access } from "./choose-access.js";
import { both } from "./conditions.js";
import { fitsUnknown } from "./fitting-index.js";
import { PATIENCE } from "./list-request.js";
import type { ListSource, Stored } from "./list-source.js";
import type { Order } from "./order.js";
import { type Place, type Stretch, stretchesAfter } from "./stretches.js";

/** What lists show nothing of, and what takes most of a record. */
export const LEFT_OUT = Object.fromEntries(
  "search values edited editedBadge figures keys contested productsSampled sources claims seqs"
    .split(" ")
    .map((name) => [name, 0]),
);

/** Records that are looked for, and how. */
export interface Reading {
  source: ListSource;
  filter: Filter;
  order: Order;
  access: Access;
}

/** The records after a place, `limit` of them at most. */
export async function readPage(
  { source, filter, order, access }: Reading,
  limit: number,
  place?: Place,
): Promise<Stored[]> {
  const { isEmpty, sorts, narrow, conditions } = access;
  if (isEmpty) return [];
  const ids = sorts && narrow?.ids ? await narrow.ids() : undefined;
  const asked = ids && narrow ? amongIds(source, ids, uncovered(conditions, narrow)) : filter;
  const hint = ids ? "_id_" : sorts ? narrow?.hint : undefined;

  const page: Stored[] = [];
  const mayBeUnknown = conditions.every((each) => !(order.path in each) || fitsUnknown(each[order.path]));
  for (const stretch of stretchesAfter(order, place)) {
    if (page.length === limit) break;
    if (!stretch.known && !mayBeUnknown) continue;
    const way = hint === undefined ? along(source, order, stretch) : { hint, filter: {} };
    const options: FindOptions = { projection: LEFT_OUT, maxTimeMS: PATIENCE, batchSize: limit + 1 };
    const found = await source.collection
      .find(both(asked, stretch.filter, way.filter), { ...options, hint: way.hint })
      .sort(stretch.sort)
      .limit(limit - page.length)
      .toArray();
    page.push(...found);
  }
  return page;
}

export function placeOf({ path, ties }: Order, record: Stored): Place {
  const value = record[path] as Place["value"] | null;
  return { ...(value === undefined || value === null ? {} : { value }), ties: ties.map((tie) => String(record[tie])) };
}

/**
 * The index that holds a stretch in order. Where a key is often unknown its index leaves out those without it; they go
 * by id, and a link's id begins with its brand's.
 */
function along({ indexes, brandId }: ListSource, { path }: Order, { known }: Stretch) {
  const index = indexes.find((each) => each.path === path && each.ordered);
  if (index === undefined) throw new Error(`there is no index to sort by ${path}`);
  if (known || index.only === undefined) return { hint: index.spec, filter: {} };
  const filter = brandId === undefined ? {} : { _id: { $gte: `${brandId}:`, $lt: `${brandId};` } };
  return { hint: "_id_", filter };
}
