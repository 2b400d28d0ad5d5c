import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import { PACES, type Subscription } from "./subscription.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    segment: { type: String, required: true },
    place: { type: String, required: true },
    reader: String,
    by: { type: String, required: true },
    pace: { type: String, enum: PACES, required: true },
    since: { type: Date, required: true },
    nextAt: { type: Date, required: true },
    heldUntil: Date,
  },
  { collection: "subscriptions", versionKey: false },
);

// What a place is told; all of a segment's, when it is removed.
schema.index({ place: 1, segment: 1 });
schema.index({ segment: 1 });
// Digests that are due.
schema.index({ nextAt: 1 });

export const subscriptionModel = (connection: Connection): Model<Subscription> =>
  modelOf(connection, "Subscription", schema);
