import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";

/** An event from outside that was taken in. */
export interface HandledEvent {
  /** Where it came from and its id there, such as `slack:Ev123`. */
  _id: string;
  at: Date;
}

/** Senders give up after an hour at most; seconds. */
const KEPT = 7 * 24 * 60 * 60;

const schema = new Schema(
  { _id: { type: String, required: true }, at: { type: Date, required: true } },
  { collection: "events", versionKey: false },
);

// Forgets what nobody sends again.
schema.index({ at: 1 }, { expireAfterSeconds: KEPT });

export const eventModel = (connection: Connection): Model<HandledEvent> => modelOf(connection, "Event", schema);
