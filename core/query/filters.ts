import type { Filter } from "./field.js";

/** Fits every document. */
export const ANYTHING: Filter = {};

/** Fits none. */
export const NOTHING: Filter = { _id: { $in: [] } };

const isAnything = (filter: Filter): boolean => Object.keys(filter).length === 0;

export function allOf(filters: readonly Filter[]): Filter {
  const [first = ANYTHING, ...rest] = filters.filter((filter) => !isAnything(filter));
  return rest.length === 0 ? first : { $and: [first, ...rest] };
}

/** One alternative at least has to fit, so that none at all is nothing. */
export function anyOf(filters: readonly Filter[]): Filter {
  if (filters.some(isAnything)) return ANYTHING;
  const [first = NOTHING, ...rest] = filters;
  return rest.length === 0 ? first : { $or: [first, ...rest] };
}

/** All that the filter does not find, which is also what it cannot judge. */
export const noneOf = (filter: Filter): Filter => (isAnything(filter) ? NOTHING : { $nor: [filter] });

/** Values come from people: they stand behind an operator, so that none can be one. */
export function oneOf(path: string, values: readonly (string | number)[]): Filter {
  const [only] = values;
  return { [path]: values.length === 1 && only !== undefined ? { $eq: only } : { $in: [...values] } };
}
