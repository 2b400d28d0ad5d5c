import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import { DROP_STATUSES, type Drop } from "./drop.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    place: { type: String, required: true },
    message: { type: String, required: true },
    thread: { type: String, required: true },
    answer: String,
    by: { type: String, required: true },
    via: { type: String, required: true },
    at: { type: Date, required: true },
    brandId: String,
    asOf: String,
    unknownBrand: String,
    status: { type: String, enum: DROP_STATUSES, required: true },
    files: { type: [Schema.Types.Mixed], required: true },
    round: { type: Number, required: true },
    accepted: Schema.Types.Mixed,
    touchedAt: { type: Date, required: true },
    rev: { type: Number, required: true },
  },
  { collection: "drops", versionKey: false, minimize: false },
);

// A file is brought to a place once, however many messages tell of it.
schema.index({ place: 1, "files.id": 1 }, { unique: true });
// The drop whose message tells of an import.
schema.index({ "files.state.importId": 1 }, { sparse: true });
// Work that was lost with a process; drops that nobody came back to.
schema.index({ status: 1, touchedAt: 1 });

export const dropModel = (connection: Connection): Model<Drop> => modelOf(connection, "Drop", schema);
