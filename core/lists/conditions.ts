import type { Filter } from "../query/index.js";
import { LOWEST_TIME } from "./order.js";

/** Conditions that hold together, each about one path or of one operator; what is said of the brand is left out. */
export function conditionsIn(filter: Filter): Filter[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (key === "$and" && Array.isArray(value)) return value.flatMap(conditionsIn);
    return [{ [key]: value }];
  });
}

/** What a condition denies, where that is all it says. Only a time can be asked to be unknown: `never`. */
export function deniedBy(condition: Filter): Filter | undefined {
  const [[key, value] = ["", undefined]] = Object.entries(condition);
  if (key === "$nor" && Array.isArray(value) && value.length === 1) return value[0];
  if (typeof value === "object" && value !== null && "$eq" in value && value.$eq === null) {
    return { [key]: { $gte: LOWEST_TIME } };
  }
  return undefined;
}

export const both = (...filters: Filter[]): Filter => {
  const said = filters.filter((filter) => Object.keys(filter).length > 0);
  return said.length > 1 ? { $and: said } : (said[0] ?? {});
};
