import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";

/** That somebody of a name, an e-mail or a number was forgotten: not who. */
export interface ForgottenMark {
  /** HMAC-SHA-256, in hex; `salt` is the key that all others are made with. */
  _id: string;
  at?: Date;
  salt?: string;
}

// Read as a whole before an import.
const schema = new Schema(
  { _id: { type: String, required: true }, at: Date, salt: String },
  { collection: "forgotten", versionKey: false },
);

export const forgottenModel = (connection: Connection): Model<ForgottenMark> =>
  modelOf(connection, "ForgottenMark", schema);
