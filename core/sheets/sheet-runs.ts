import { ObjectId } from "mongodb";
import type { Connection } from "mongoose";
import { MOST_RUNS, type SheetRun } from "../contract/index.js";
import { collectionOf } from "../mongo/model-of.js";
import { sheetRunModel } from "./sheet-run-model.js";

/** Writes down a run of a tab; of each spreadsheet only the last ones are kept. */
export async function recordRun(
  db: Connection,
  run: SheetRun,
  { spreadsheetId, by }: { spreadsheetId: string; by: string },
): Promise<void> {
  const runs = collectionOf(sheetRunModel(db));
  await runs.insertOne({ _id: new ObjectId().toHexString(), ...run, spreadsheetId, by });
  const [oldest] = await runs.find({ spreadsheetId }).sort({ _id: -1 }).skip(MOST_RUNS).limit(1).toArray();
  if (oldest) await runs.deleteMany({ spreadsheetId, _id: { $lte: oldest._id } });
}

/** The last runs of a spreadsheet, newest first. */
export async function listRuns(db: Connection, spreadsheetId: string): Promise<(SheetRun & { by: string })[]> {
  const found = await collectionOf(sheetRunModel(db))
    .find({ spreadsheetId })
    .sort({ _id: -1 })
    .limit(MOST_RUNS)
    .toArray();
  return found.map(({ _id, spreadsheetId: _sheet, ...run }) => run);
}
