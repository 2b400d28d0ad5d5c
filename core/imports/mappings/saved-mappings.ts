import type { Connection } from "mongoose";
import { collectionOf } from "../../mongo/model-of.js";
import type { SavedMapping } from "../recognise/index.js";
import type { ColumnField } from "../sources/source.js";
import { mappingModel } from "./mapping-model.js";

/** Every mapping that people have saved, by name. */
export async function savedMappings(db: Connection): Promise<SavedMapping[]> {
  const stored = await collectionOf(mappingModel(db)).find().sort({ _id: 1 }).toArray();
  return stored.map(({ name, headers, columns }) => ({
    name,
    headers,
    columns: Object.fromEntries(columns.map(([header = "", field]) => [header, field])) as Record<string, ColumnField>,
  }));
}
