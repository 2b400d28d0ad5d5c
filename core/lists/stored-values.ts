import { type Document, MongoServerError } from "mongodb";
import type { Connection } from "mongoose";
import { can, type Looker } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { collectionOf } from "../mongo/model-of.js";
import { productModel } from "../products/product-model.js";
import { FIELDS, type Field, type ListName, type StoredValues } from "../query/index.js";
import { escapePattern } from "../text/escape-pattern.js";
import { fold } from "../text/fold.js";
import { ALL_BRANDS, type ListQuestion } from "./list-request.js";
import { listSource } from "./list-source.js";
import { OUT_OF_TIME } from "./within-patience.js";

/** Values that are offered, and records that are looked at to find them: a person types meanwhile. */
const MOST_VALUES = 25;
const MOST_LOOKED_AT = 50_000;
/** Milliseconds; whoever types waits no longer. */
const PATIENCE = 1_500;

/**
 * Values that are stored for a field, those of the most records first; contacts and free texts are not offered.
 *
 * @param segments names of those that the person may see
 */
export function storedValues(
  db: Connection,
  { list, brandId, actor }: Pick<ListQuestion, "list" | "brandId" | "actor">,
  segments: readonly string[],
): StoredValues {
  const one = brandId === ALL_BRANDS ? undefined : brandId;
  return async (field, typed) => {
    if (field.kind !== "set" && field.kind !== "text") return [];
    if (field.kind === "set" && field.names === "brand") return beginning(await slugsOf(db, actor), typed);
    if (field.kind === "set" && field.names === "segment") return beginning(segments, typed);
    if (field.kind === "set" && field.names === "product") return productNames(db, one, typed);
    const prefix = prefixOf(field, typed);
    return prefix === undefined
      ? []
      : distinctValues(db, { list: listOf(field, list), brandId: one }, field.path, prefix);
  };
}

/** `by:(…)` asks about creators, whatever the list. */
const listOf = (field: Field, list: ListName): ListName => (FIELDS[list].fields.includes(field) ? list : "creators");

const beginning = (names: readonly string[], typed: string): string[] =>
  names.filter((name) => fold(name).startsWith(fold(typed))).slice(0, MOST_VALUES);

async function slugsOf(db: Connection, actor: Looker): Promise<string[]> {
  return [...(await allBrands(db)).values()].filter(({ _id }) => can(actor, "see", _id)).map(({ slug }) => slug);
}

/** By the words of the name, anywhere in it. */
async function productNames(db: Connection, brandId: string | undefined, typed: string): Promise<string[]> {
  const found = await collectionOf(productModel(db))
    .find(brandId === undefined ? {} : { brandId }, { maxTimeMS: PATIENCE, projection: { name: 1 } })
    .limit(MOST_LOOKED_AT)
    .toArray();
  const names = new Set(found.flatMap(({ name }) => (name && fold(name).includes(fold(typed)) ? [name] : [])));
  return [...names].sort().slice(0, MOST_VALUES);
}

/** As the values are stored; nothing where they are no words to choose from. */
function prefixOf(field: Extract<Field, { kind: "set" | "text" }>, typed: string): string | undefined {
  if (field.kind === "set") {
    if (field.spelling === "as-is") return typed;
    return field.spelling === "upper" ? typed.toUpperCase() : typed.toLowerCase();
  }
  if (field.contact || field.match === "contains" || field.match === "phone") return undefined;
  if (field.match === "exact") return typed;
  return field.match === "handle" ? typed.toLowerCase().replace(/^@/, "") : fold(typed);
}

async function distinctValues(
  db: Connection,
  { list, brandId }: { list: ListName; brandId?: string },
  path: string,
  prefix: string,
): Promise<string[]> {
  const name = list === "creators" && brandId !== undefined ? "brandCreators" : list;
  const { collection, ofBrand } = listSource(db, name, brandId);
  const begins = { [path]: prefix === "" ? { $gt: "" } : { $regex: `^${escapePattern(prefix)}` } };
  const steps: Document[] = [
    { $match: { ...ofBrand, ...begins } },
    { $limit: MOST_LOOKED_AT },
    { $project: { _id: 0, [path]: 1 } },
    { $unwind: `$${path}` },
    { $match: begins },
    { $group: { _id: `$${path}`, count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
    { $limit: MOST_VALUES },
  ];
  const found = collection.aggregate<{ _id: string }>(steps, { maxTimeMS: PATIENCE });
  // Whoever types goes on without.
  const values = await found.toArray().catch((error: unknown) => (tookTooLong(error) ? [] : Promise.reject(error)));
  return values.map(({ _id }) => _id);
}

const tookTooLong = (error: unknown): boolean => error instanceof MongoServerError && error.code === OUT_OF_TIME;
