import { ObjectId } from "mongodb";
import type { Connection } from "mongoose";
import { MOST_RUNS, type SheetRun } from "../contract/index.js";
import { collectionOf } from "../mongo/model-of.js";
import { sheetRunModel } from "./sheet-run-model.js";
import { sheetTabModel } from "./sheet-tab-model.js";

/** Writes down a run of a tab, there too as its last one; of each spreadsheet only the last ones are kept. */
export async function recordRun(
  db: Connection,
  run: SheetRun,
  { spreadsheetId, by }: { spreadsheetId: string; by: string },
): Promise<void> {
  const runs = collectionOf(sheetRunModel(db));
  await runs.insertOne({ _id: new ObjectId().toHexString(), ...run, spreadsheetId, by });
  const [oldest] = await runs.find({ spreadsheetId }).sort({ _id: -1 }).skip(MOST_RUNS).limit(1).toArray();
  if (oldest) await runs.deleteMany({ spreadsheetId, _id: { $lte: oldest._id } });
  await noteRun(db, run, spreadsheetId);
}

/** People rename tabs: where the number is known the name is that of now. */
async function noteRun(
  db: Connection,
  { sheetId, tab, trigger, outcome, startedAt, seconds, rows, reason }: SheetRun,
  spreadsheetId: string,
): Promise<void> {
  const at = new Date(Date.parse(startedAt) + seconds * 1_000).toISOString();
  const changed = rows.changed + rows.added + rows.removed;
  const lastRun = { at, trigger, outcome, rows: changed, ...(reason === undefined ? {} : { reason }) };
  const which = sheetId === undefined ? { title: tab } : { sheetId };
  await collectionOf(sheetTabModel(db)).updateOne({ spreadsheetId, ...which }, { $set: { lastRun, title: tab } });
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
