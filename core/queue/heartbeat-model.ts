import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";

/** A worker, and when it last said that it is alive. */
export interface Heartbeat {
  /** Its host and process. */
  _id: string;
  at: Date;
}

/** A worker that has been silent for so long is of no interest any more; seconds. */
const KEPT = 24 * 60 * 60;

const schema = new Schema(
  { _id: { type: String, required: true }, at: { type: Date, required: true } },
  { collection: "heartbeats", versionKey: false },
);

// Forgets workers that have gone; whether one is alive.
schema.index({ at: 1 }, { expireAfterSeconds: KEPT });

export const heartbeatModel = (connection: Connection): Model<Heartbeat> => modelOf(connection, "Heartbeat", schema);
