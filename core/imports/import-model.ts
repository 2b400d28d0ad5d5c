import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import { IMPORT_STATUSES, type Import } from "./import.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    file: { type: String, required: true },
    sha256: { type: String, required: true },
    bytes: { type: Number, required: true },
    status: { type: String, enum: IMPORT_STATUSES, required: true },
    brandId: { type: String, required: true },
    source: String,
    mapping: Schema.Types.Mixed,
    rows: Number,
    by: { type: String, required: true },
    via: { type: String, required: true },
    receivedAt: { type: Date, required: true },
    acceptedAt: Date,
    doneAt: Date,
    sameFile: String,
    seq: Number,
    accepted: Schema.Types.Mixed,
    lease: Schema.Types.Mixed,
    progress: Schema.Types.Mixed,
    report: Schema.Types.Mixed,
    error: String,
    undone: Schema.Types.Mixed,
    renamed: Schema.Types.Mixed,
    foldedAt: Date,
  },
  { collection: "imports", versionKey: false, minimize: false },
);

// The file that was taken in already: two people who drop it at once import it once.
schema.index({ sameFile: 1 }, { unique: true, sparse: true });
// The import behind a value's `seq`; a number is given once.
schema.index({ seq: 1 }, { unique: true, sparse: true });
// History, newest first.
schema.index({ receivedAt: -1 });
// How fresh each source of each brand is, read from the index alone.
schema.index({ status: 1, brandId: 1, source: 1, "accepted.asOf": 1 });
// What a process that died left running; originals that are kept long enough.
schema.index({ status: 1, acceptedAt: 1 });

export const importModel = (connection: Connection): Model<Import> => modelOf(connection, "Import", schema);
