import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";

const SETTING_KINDS = ["person", "brand", "channel", "segment", "sheet"] as const;

/** A change of something that is no creator: who may do what, how a brand is set up, what a segment asks. */
export interface SettingChange {
  _id: string;
  kind: (typeof SETTING_KINDS)[number];
  /** What was changed, as people call it. */
  subject: string;
  /** As it was and as it is, in words; absent where there was or is nothing. */
  from?: string;
  to?: string;
  /** Id of the brand that it is about, or `all`. */
  brandId: string;
  at: Date;
  by: string;
  via: string;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    kind: { type: String, enum: SETTING_KINDS, required: true },
    subject: { type: String, required: true },
    from: String,
    to: String,
    brandId: { type: String, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    via: { type: String, required: true },
  },
  { collection: "settingChanges", versionKey: false },
);

// The audit log, newest first; of one person.
schema.index({ at: -1, _id: -1 });
schema.index({ by: 1, at: -1 });

export const settingChangeModel = (connection: Connection): Model<SettingChange> =>
  modelOf(connection, "SettingChange", schema);
