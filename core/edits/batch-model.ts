import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { Batch } from "./batch.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    brandId: { type: String, required: true },
    change: { type: Schema.Types.Mixed, required: true },
    query: { type: String, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    via: { type: String, required: true },
    selected: { type: Number, required: true },
    changed: { type: Number, required: true },
    undone: Schema.Types.Mixed,
    open: Boolean,
    unsettled: Date,
  },
  { collection: "batches", versionKey: false, minimize: false },
);

// The audit log, newest first.
schema.index({ at: -1 });
// What a process that died left half made.
schema.index({ unsettled: 1 }, { sparse: true });
// What was taken back, in the audit log.
schema.index({ "undone.at": -1 }, { sparse: true });

export const batchModel = (connection: Connection): Model<Batch> => modelOf(connection, "Batch", schema);
