import { type Connection, type Model, Schema } from "mongoose";
import type { SheetRun } from "../contract/index.js";
import { modelOf } from "../mongo/model-of.js";

/** One run of a tab, as it is kept. */
export interface StoredRun extends SheetRun {
  /** Ascending. */
  _id: string;
  spreadsheetId: string;
  by: string;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    spreadsheetId: { type: String, required: true },
    by: { type: String, required: true },
    tab: { type: String, required: true },
    sheetId: Number,
    startedAt: { type: String, required: true },
    seconds: { type: Number, required: true },
    trigger: { type: String, required: true },
    outcome: { type: String, required: true },
    rows: { type: Schema.Types.Mixed, required: true },
    cells: { type: Number, required: true },
    reason: String,
  },
  { collection: "sheetRuns", versionKey: false },
);

// The last runs of a spreadsheet.
schema.index({ spreadsheetId: 1, _id: -1 });

export const sheetRunModel = (connection: Connection): Model<StoredRun> => modelOf(connection, "SheetRun", schema);
