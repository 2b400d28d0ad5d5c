import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { Snapshot } from "./snapshot.js";

// `_id` is creator, brand, source, window and day: one snapshot each.
const schema = new Schema(
  {
    _id: { type: String, required: true },
    creatorId: { type: String, required: true },
    brandId: { type: String, required: true },
    source: { type: String, required: true },
    window: Schema.Types.Mixed,
    asOf: { type: String, required: true },
    key: { type: String, required: true },
    figures: Schema.Types.Mixed,
    rev: { type: Number, required: true },
  },
  { collection: "snapshots", versionKey: false, minimize: false },
);

// A creator's figures over time.
schema.index({ creatorId: 1, brandId: 1, asOf: -1 });

export const snapshotModel = (connection: Connection): Model<Snapshot> => modelOf(connection, "Snapshot", schema);
