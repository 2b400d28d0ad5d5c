import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { creatorModel } from "../creators/creator-model.js";
import { editModel } from "../edits/edit-model.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { sampleModel } from "../samples/sample-model.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { sightingModel } from "../sightings/sighting-model.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { videoModel } from "../videos/video-model.js";
import { withdrawImport } from "./apply/withdraw-import.js";
import type { Import } from "./import.js";
import type { ImportedBy } from "./import-files.js";
import { importModel } from "./import-model.js";
import { claimImport, holdLease, isAbandoned, newOwner } from "./lease.js";
import { noteMentions } from "./mentions.js";

/** What an undo takes back or changes, and what it keeps because of people. */
export interface UndoReport {
  id: string;
  creators: number;
  samples: number;
  videos: number;
  snapshots: number;
  /** Creators that only this import gave, kept because a person changed something about them. */
  kept: number;
}

const BATCH = 5_000;

/** Who takes an import back, and when. */
export type Undoing = Pick<ImportedBy, "actor" | "now">;

/** What taking an import back would do; nothing is written. @throws CrmError as `undoImport` */
export async function previewUndo(
  db: Connection,
  id: string,
  { actor, now }: Undoing,
): Promise<{ record: Import; report: UndoReport }> {
  const record = await requireUndoing(db, id, { actor, now });
  return { record, report: await countUndo(db, record) };
}

/**
 * Takes an import back: its sightings and row claims go, and what they touched is computed again. The state is then the
 * one in which the import was never accepted, plus what people did.
 *
 * @throws CrmError `forbidden`, `not-found`, or `refused` with the reason why it cannot be undone
 */
export async function undoImport(db: Connection, id: string, { actor, now }: Undoing): Promise<UndoReport> {
  const record = await requireUndoing(db, id, { actor, now });
  const report = await countUndo(db, record);
  const owner = newOwner();
  const claimed = await claimImport(db, record, owner, "undoing", now());
  if (claimed === undefined) {
    throw new CrmError("conflict", `import ${id} was taken by another`, {
      say: `Somebody else is working on import ${id} right now. Look at it again in a moment.`,
    });
  }
  const undone = { at: now(), by: actor.id, via: actor.via };
  await collectionOf(importModel(db)).updateOne({ _id: id }, { $set: { undone } });
  await finishUndo(db, claimed, owner, now);
  return report;
}

/** Goes through with an undo that is under way. */
export async function finishUndo(db: Connection, { _id, seq }: Import, owner: string, now: () => Date): Promise<void> {
  const lease = holdLease(db, [_id], owner, now);
  try {
    if (seq !== undefined) {
      await noteMentions(db, seq);
      await withdrawImport(db, seq, now());
    }
    await collectionOf(importModel(db)).updateOne(
      { _id, "lease.owner": owner },
      { $set: { status: "undone" }, $unset: { lease: "", progress: "", sameFile: "" } },
    );
  } finally {
    await lease.release();
  }
}

/** Whether somebody may take an import back now. @throws CrmError as `undoImport` */
export async function requireUndoing(db: Connection, id: string, { actor, now }: Undoing): Promise<Import> {
  const record = await collectionOf(importModel(db)).findOne({ _id: id });
  if (record === null) {
    throw new CrmError("not-found", `no import ${id}`, { say: `There is no import ${id}. \`imports\` lists them.` });
  }
  requireRight(actor, "change", record.brandId);
  const refuse = (say: string) => new CrmError("refused", `import ${id} is ${record.status}`, { say });
  if (record.status === "undone") throw refuse(`Import ${id} has been undone already.`);
  if (record.foldedAt) throw refuse(`Import ${id} is too old to be undone: its original is no longer kept.`);
  if (record.seq === undefined) throw refuse(`Import ${id} was never accepted: there is nothing to undo.`);
  const isAtWork = record.status === "running" || record.status === "undoing";
  if (isAtWork && !isAbandoned(record, now())) throw refuse(`Import ${id} is being worked on. Wait until it is done.`);
  return record;
}

async function countUndo(db: Connection, { _id, seq }: Import): Promise<UndoReport> {
  const report: UndoReport = { id: _id, creators: 0, samples: 0, videos: 0, snapshots: 0, kept: 0 };
  if (seq === undefined) return report;
  report.samples = await collectionOf(sampleModel(db)).countDocuments({ seqs: seq });
  report.videos = await collectionOf(videoModel(db)).countDocuments({ seqs: seq });
  let keys: CreatorKey[] = [];
  const sightings = collectionOf(sightingModel(db)).find({ seq }).project<{ key: CreatorKey }>({ key: 1 });
  for await (const { key } of sightings) {
    keys.push(key);
    if (keys.length >= BATCH) {
      await countCreators(db, seq, keys, report);
      keys = [];
    }
  }
  if (keys.length > 0) await countCreators(db, seq, keys, report);
  return report;
}

async function countCreators(
  db: Connection,
  seq: number,
  keys: readonly CreatorKey[],
  report: UndoReport,
): Promise<void> {
  const creators = await collectionOf(creatorModel(db))
    .find({ keys: { $in: [...keys] } })
    .project<{ _id: string; keys: CreatorKey[] }>({ keys: 1 })
    .toArray();
  report.creators += creators.length;
  const all = creators.flatMap((creator) => creator.keys);
  const [others, edited] = await Promise.all([
    collectionOf(sightingModel(db)).distinct("key", { key: { $in: all }, seq: { $ne: seq } }),
    collectionOf(editModel(db)).distinct("keys", { keys: { $in: all }, undone: { $exists: false } }),
  ]);
  const [supported, changed] = [new Set(others), new Set(edited)];
  for (const creator of creators) {
    if (creator.keys.some((key) => changed.has(key)) && !creator.keys.some((key) => supported.has(key)))
      report.kept += 1;
  }
  const ids = creators.map((creator) => creator._id);
  const snapshots = collectionOf(snapshotModel(db))
    .find({ creatorId: { $in: ids } })
    .project<{ figures: Record<string, { seq: number }> }>({ figures: 1 });
  for await (const { figures } of snapshots) {
    if (Object.values(figures).some((figure) => figure.seq === seq)) report.snapshots += 1;
  }
}
