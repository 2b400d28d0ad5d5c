import type { Filter } from "../query/index.js";
import type { Order } from "./order.js";

/** Where a page ended: at a record with this value (none: among those whose value is unknown) and these ties. */
export interface Place {
  value?: number | string | Date;
  ties: readonly string[];
}

/** A part of a list that one range of an index holds in order. */
export interface Stretch {
  known: boolean;
  filter: Filter;
  sort: Record<string, 1 | -1>;
}

/**
 * The rest of a list after a place, in parts that follow each other: known values, then unknown ones. Inside each a
 * record's neighbours are told by its values alone, so that what others write meanwhile neither repeats nor hides any.
 */
export function stretchesAfter(order: Order, place?: Place): Stretch[] {
  const { path, lowest } = order;
  const known = (filter: Filter) => stretch(order, true, filter);
  // Not null: an index holds what is absent at one point, and goes on from there in the order of the ties.
  const unknown = (filter: Filter) => stretch(order, false, { [path]: { $exists: false }, ...filter });
  if (place === undefined) return [known({ [path]: { $gte: lowest } }), unknown({})];

  const { value, ties } = place;
  if (value === undefined) return after(order, {}, order.ties, ties).map(unknown);
  return [
    ...after(order, { [path]: { $eq: value } }, order.ties, ties).map(known),
    known({ [path]: beyond(order, value) }),
    unknown({}),
  ];
}

/** What comes after some values: first the rest of those equal in all but the last, and so on outwards. */
function after(order: Order, equal: Filter, paths: readonly string[], values: readonly string[]): Filter[] {
  return paths
    .map((path, at) => {
      const same = Object.fromEntries(paths.slice(0, at).map((each, index) => [each, { $eq: values[index] }]));
      return { ...equal, ...same, [path]: beyond(order, values[at] ?? "") };
    })
    .reverse();
}

/** The lowest value keeps those of other types out, unknown ones first of all. */
function beyond({ direction, lowest }: Order, value: Order["lowest"]): Filter {
  if (direction === 1) return { $gt: value };
  return typeof value === typeof lowest
    ? { $lt: value, $gte: typeof value === "string" ? "" : lowest }
    : { $lt: value };
}

function stretch({ path, direction, ties }: Order, known: boolean, filter: Filter): Stretch {
  const paths = known ? [path, ...ties] : ties;
  return { known, filter, sort: Object.fromEntries(paths.map((each) => [each, direction])) };
}
