import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";

/** A pairing code that waits to be used. */
export interface Pairing {
  /** SHA-256 of the code, in hex. */
  _id: string;
  personId: string;
  expiresAt: Date;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: "pairings", versionKey: false },
);

// Forgets codes that nobody used.
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
// A person's earlier code, which a new one replaces.
schema.index({ personId: 1 });

export const pairingModel = (connection: Connection): Model<Pairing> => modelOf(connection, "Pairing", schema);
