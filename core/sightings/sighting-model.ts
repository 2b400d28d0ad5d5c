import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { Sighting } from "./sighting.js";

// `_id` is `seq` and key: one import gives a creator one sighting, and an import's sightings are a range of `_id`.
const schema = new Schema(
  {
    _id: { type: String, required: true },
    seq: { type: Number, required: true },
    key: { type: String, required: true },
    bindings: { type: [{ _id: false, handle: String, line: Number }], default: undefined },
    brandId: { type: String, required: true },
    source: { type: String, required: true },
    window: Schema.Types.Mixed,
    asOf: { type: String, required: true },
    line: { type: Number, required: true },
    fields: Schema.Types.Mixed,
    figures: Schema.Types.Mixed,
    badge: Schema.Types.Mixed,
    productsSampled: String,
    folded: { type: [Schema.Types.Mixed], default: undefined },
    rev: { type: Number, required: true },
  },
  { collection: "sightings", versionKey: false, minimize: false },
);

// Everything that was said about a creator: where its values are from, and computing it again.
schema.index({ key: 1, seq: 1 });
// The user ids that a handle was shown by.
schema.index({ "bindings.handle": 1 }, { sparse: true });
// What an import said: undo.
schema.index({ seq: 1 });

export const sightingModel = (connection: Connection): Model<Sighting> => modelOf(connection, "Sighting", schema);
