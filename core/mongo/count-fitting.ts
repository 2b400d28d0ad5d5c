import type { Collection, CountOptions, Filter } from "mongodb";

/**
 * How many documents fit, `limit` of them at most: by MongoDB's `count` command, which counts along an index without
 * handing each entry on, in a third of the time that the aggregation behind `countDocuments` takes. The driver calls it
 * deprecated because without a filter and a hint it answers an estimate.
 */
export const countFitting = <D extends object>(
  collection: Collection<D>,
  filter: Filter<D>,
  options: CountOptions,
): Promise<number> => collection.count(filter, options);
