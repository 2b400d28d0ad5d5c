import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import { LISTS } from "../query/index.js";
import type { Segment } from "./segment.js";

// All segments are read together, and found by `_id`.
const schema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    list: { type: String, enum: LISTS, required: true },
    query: { type: String, required: true },
    brandId: { type: String, required: true },
    owner: { type: String, required: true },
    savedAt: { type: Date, required: true },
    looks: { type: [Date], required: true },
    rev: { type: Number, required: true },
  },
  { collection: "segments", versionKey: false },
);

export const segmentModel = (connection: Connection): Model<Segment> => modelOf(connection, "Segment", schema);
