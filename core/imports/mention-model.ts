import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { CreatorKey } from "../sightings/sighting.js";

/** That an import which was taken back had spoken of a creator: its sightings are gone, and the audit log still tells. */
export interface Mention {
  /** Of the sighting. */
  _id: string;
  seq: number;
  key: CreatorKey;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    seq: { type: Number, required: true },
    key: { type: String, required: true },
  },
  { collection: "mentions", versionKey: false },
);

// Which undone imports spoke of a creator.
schema.index({ key: 1 });
// Those of one import, to be dropped with it.
schema.index({ seq: 1 });

export const mentionModel = (connection: Connection): Model<Mention> => modelOf(connection, "Mention", schema);
