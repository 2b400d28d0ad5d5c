import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../../mongo/model-of.js";
import type { SavedMapping } from "../recognise/index.js";

/** A saved mapping; `_id` is its name, lower-cased. */
interface StoredMapping extends SavedMapping {
  _id: string;
  by: string;
  savedAt: Date;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    headers: { type: [String], required: true },
    /** Pairs of header and field: a header may hold dots and dollars, which names of a document may not. */
    columns: { type: [[String]], required: true },
    by: { type: String, required: true },
    savedAt: { type: Date, required: true },
  },
  { collection: "mappings", versionKey: false },
);

/** As stored: columns as pairs, since a header may hold dots and dollars. */
export interface MappingDocument extends Omit<StoredMapping, "columns"> {
  columns: string[][];
}

export const mappingModel = (connection: Connection): Model<MappingDocument> => modelOf(connection, "Mapping", schema);
