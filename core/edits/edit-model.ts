import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { Edit } from "./edit.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    key: { type: String, required: true },
    keys: { type: [String], required: true },
    brandId: { type: String, required: true },
    change: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    via: { type: String, required: true },
    batch: String,
    undone: Schema.Types.Mixed,
  },
  { collection: "edits", versionKey: false, minimize: false },
);

// What people changed about a creator.
schema.index({ keys: 1, at: 1 });
// Changes made as one: undo. The audit log of changes made singly, newest first.
schema.index({ batch: 1, at: -1 });
// What was taken back, in the audit log.
schema.index({ "undone.at": -1 }, { sparse: true });

export const editModel = (connection: Connection): Model<Edit> => modelOf(connection, "Edit", schema);
