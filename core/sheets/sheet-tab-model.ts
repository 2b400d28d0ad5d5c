import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { StoredTab } from "./stored-tab.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    spreadsheetId: { type: String, required: true },
    sheetId: { type: Number, required: true },
    title: { type: String, required: true },
    list: { type: String, enum: ["creators", "samples", "videos"], required: true },
    query: { type: String, default: "" },
    brandId: { type: String, required: true },
    columns: { type: [String], required: true },
    whenGone: { type: String, enum: ["grey", "remove"], required: true },
    schedule: { type: Schema.Types.Mixed, required: true },
    paused: { type: Boolean, required: true },
    by: { type: String, required: true },
    savedAt: { type: Date, required: true },
    nextRunAt: Date,
    lastRun: Schema.Types.Mixed,
    told: String,
    holder: String,
    heldUntil: Date,
  },
  { collection: "sheetTabs", versionKey: false },
);

// The tabs of a spreadsheet; each is there once.
schema.index({ spreadsheetId: 1, sheetId: 1 }, { unique: true });
// Those that are due.
schema.index({ nextRunAt: 1 });

export const sheetTabModel = (connection: Connection): Model<StoredTab> => modelOf(connection, "SheetTab", schema);
