import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";

/** How many requests one caller made in one span of time. */
export interface RequestCount {
  /** `caller@span`. */
  _id: string;
  count: number;
  expiresAt: Date;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: "requestCounts", versionKey: false },
);

// Forgets spans that are over.
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const requestCountModel = (connection: Connection): Model<RequestCount> =>
  modelOf(connection, "RequestCount", schema);
