import { FIELDS, type Field, findField, type Query } from "../query/index.js";

/** The order of a list: by one path, unknown values last whichever way it goes, ties by what makes a record the only one. */
export interface Order {
  path: string;
  direction: 1 | -1;
  /** Lower than every value: a comparison with it holds for known values only. */
  lowest: number | string | Date;
  /** What decides among equal values, the last one being the id. */
  ties: readonly string[];
}

/** Also the lowest time that JavaScript knows. */
export const LOWEST_TIME = new Date(-8.64e15);

/** @param ofOneBrand whether all records are of one brand, so that brands decide nothing */
export function orderOf({ list, sort }: Query, ofOneBrand: boolean): Order {
  const field = findField(list, sort?.field ?? FIELDS[list].order);
  if (!field?.sort) throw new Error(`the list of ${list} has no order`);
  const ties = list === "creators" || ofOneBrand ? ["_id"] : ["brandId", "_id"];
  return { path: field.sort.path, direction: sort?.direction ?? field.sort.first, lowest: lowestOf(field), ties };
}

function lowestOf({ kind }: Field): Order["lowest"] {
  if (kind === "time") return LOWEST_TIME;
  return kind === "text" ? "" : Number.NEGATIVE_INFINITY;
}
