import type { Connection } from "mongoose";
import { inTheNameOf } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { explainError } from "../errors/explain-error.js";
import type { Import, ImportProgress } from "../imports/import.js";
import { importFiles } from "../imports/import-files.js";
import { importModel } from "../imports/import-model.js";
import type { InspectedFile, KnownFile } from "../imports/inspect-file.js";
import { whenSettled } from "../imports/when-settled.js";
import type { Log } from "../log/index.js";
import { lostConnection } from "../mongo/lost-connection.js";
import { collectionOf } from "../mongo/model-of.js";
import { changeDrop, findDrop, withFile, withStates } from "./change-drop.js";
import type { Drop, DroppedFile, FileState } from "./drop.js";
import { dropBytes } from "./kept-bytes.js";
import { inspectDropped } from "./read-file.js";

export interface RunningDrop {
  now: () => Date;
  log: Log;
  progress?: (importId: string, progress: ImportProgress) => void;
}

/**
 * Takes in the files of an accepted drop, together. Run again after a crash, it goes on with the imports that it had
 * begun; run twice at once, one of the two waits for what the other does.
 *
 * @throws what is no fault of the files, such as a database that went away: then it is to be run again
 */
export async function runDrop(db: Connection, id: string, running: RunningDrop): Promise<void> {
  const drop = await findDrop(db, id);
  if (drop.status !== "importing") return;
  const states = await takeIn(db, drop, running).catch((error: unknown) => brokenOff(db, drop, running.log, error));
  const { drop: done } = await changeDrop(db, id, (stored) => {
    if (stored.status !== "importing") return undefined;
    const hasFailed = [...states.values()].some((state) => state.is === "failed");
    return { ...withStates(stored, states), status: hasFailed ? "failed" : "done", touchedAt: running.now() };
  });
  if (done.status === "done") await dropBytes(db, done);
}

const isUnderWay = ({ state }: DroppedFile): boolean => state.is === "importing";

async function takeIn(db: Connection, drop: Drop, running: RunningDrop): Promise<Map<string, FileState>> {
  const brand = (await allBrands(db)).get(drop.brandId ?? "");
  const { accepted } = drop;
  if (brand === undefined || accepted === undefined) throw new Error(`drop ${drop._id} was never accepted`);
  const files = drop.files.filter(isUnderWay);
  const inspected: (InspectedFile | KnownFile)[] = [];
  for (const file of files) inspected.push(await inspectDropped(db, { drop, file, brand, now: accepted.at }));
  const noted = noting(db, drop);
  const actor = inTheNameOf({ id: accepted.by, via: drop.via }, brand._id);
  const progress: RunningDrop["progress"] = (importId, at) => {
    noted.note(importId);
    running.progress?.(importId, at);
  };
  const outcomes = await importFiles(db, inspected, { actor, now: running.now, progress });
  await noted.settled();
  const states = new Map<string, FileState>();
  for (const [index, outcome] of outcomes.entries()) {
    const file = files[index] as DroppedFile;
    const isOurs = "record" in outcome;
    const record = isOurs ? outcome.record : ((await whenSettled(db, outcome.known._id)) ?? outcome.known);
    states.set(file.id, stateOf(record, isOurs || isBegunBy(drop, file, record)));
  }
  return states;
}

/** Writes down beside each file the import that takes it in, so that people can follow it. */
function noting(db: Connection, { _id, files }: Drop) {
  const seen = new Map<string, Promise<void>>();
  const note = async (importId: string) => {
    const record = await collectionOf(importModel(db)).findOne({ _id: importId });
    const file = files.find((each) => isUnderWay(each) && each.sha256 === record?.sha256);
    if (file) await changeDrop(db, _id, (drop) => withFile(drop, file.id, { state: { is: "importing", importId } }));
  };
  return {
    note(importId: string) {
      // It is only for show: the import goes on without it.
      if (!seen.has(importId))
        seen.set(
          importId,
          note(importId).catch(() => undefined),
        );
    },
    settled: async () => void (await Promise.all(seen.values())),
  };
}

/** Whether this very drop began the import, perhaps in a process that died since. */
function isBegunBy({ accepted }: Drop, { state }: DroppedFile, { _id, acceptedAt }: Import): boolean {
  if (state.is === "importing" && state.importId === _id) return true;
  return accepted !== undefined && acceptedAt !== undefined && acceptedAt >= accepted.at;
}

function stateOf({ _id, status, error }: Import, isOurs: boolean): FileState {
  if (status === "failed") return { is: "failed", say: error ?? "Roster could not finish this import.", importId: _id };
  return { is: isOurs ? "done" : "known", importId: _id };
}

/** Files that are imported together fail together; those that are through all the same are done. */
async function brokenOff(db: Connection, drop: Drop, log: Log, error: unknown): Promise<Map<string, FileState>> {
  const isToBeRunAgain = error instanceof CrmError && (error.code === "unreachable" || error.code === "conflict");
  if (isToBeRunAgain || lostConnection(error)) throw error;
  const say = explainError(error, log, drop.via);
  const states = new Map<string, FileState>();
  for (const file of drop.files.filter(isUnderWay)) {
    const record = await importOf(db, drop, file);
    const importId = record ? { importId: record._id } : {};
    if (record?.status === "done") states.set(file.id, { is: "done", importId: record._id });
    else states.set(file.id, { is: "failed", say, ...importId });
  }
  return states;
}

/** The import of a dropped file, as long as it is not undone. */
async function importOf(db: Connection, { brandId }: Drop, { sha256 }: DroppedFile): Promise<Import | null> {
  if (sha256 === undefined || brandId === undefined) return null;
  const begin = `${sha256}:${brandId}:`;
  return collectionOf(importModel(db)).findOne({ sameFile: { $gte: begin, $lt: `${begin}\uffff` } });
}
