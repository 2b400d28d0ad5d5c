import { isDeepStrictEqual } from "node:util";
import type { Filter } from "../query/index.js";
import type { ListSource, PathIndex } from "./list-source.js";

/** The index that finds what fits a condition on one path, or none. */
export function fittingIndex({ indexes }: ListSource, path: string, condition: unknown): PathIndex | undefined {
  return indexes.find((index) => index.path === path && holdsAll(index, condition));
}

/** Whether an index leaves out nothing that fits a condition: what MongoDB itself can tell of its partial indexes. */
function holdsAll({ path, only }: PathIndex, condition: unknown): boolean {
  if (only === undefined) return true;
  const kept = only[path];
  if (isDeepStrictEqual(kept, condition)) return true;
  if (isDeepStrictEqual(kept, { $exists: true })) return !fitsUnknown(condition);
  if (!isDeepStrictEqual(kept, { $gt: "" })) return false;
  const values = valuesOf(condition);
  return values.length > 0 && values.every((value) => typeof value === "string" && value !== "");
}

/** Whether a condition on a path can hold where there is no value. */
export function fitsUnknown(condition: unknown): boolean {
  if (typeof condition !== "object" || condition === null) return condition === null;
  return valuesOf(condition).includes(null) || "$exists" in condition;
}

function valuesOf(condition: unknown): unknown[] {
  if (typeof condition !== "object" || condition === null) return [condition];
  const { $eq, $in } = condition as Filter;
  return "$eq" in condition ? [$eq] : Array.isArray($in) ? $in : [];
}
