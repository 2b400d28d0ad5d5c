import type { Connection } from "mongoose";
import { creatorModel } from "../creators/creator-model.js";
import { editModel } from "../edits/edit-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { sampleModel } from "../samples/sample-model.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { sightingModel } from "../sightings/sighting-model.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { videoModel } from "../videos/video-model.js";
import type { Import } from "./import.js";

/** What an undo takes back or changes, and what it keeps because of people. */
export interface UndoReport {
  id: string;
  creators: number;
  samples: number;
  videos: number;
  snapshots: number;
  /** Creators that came with this import and that no other names, kept because people have changed them since. */
  kept: number;
}

const BATCH = 5_000;

interface TouchedCreator {
  _id: string;
  keys: CreatorKey[];
}

/** Counts what taking an import back will take back or change. Nothing is written. */
export async function countUndo(db: Connection, record: Import): Promise<UndoReport> {
  const { _id, seq } = record;
  const report: UndoReport = { id: _id, creators: 0, samples: 0, videos: 0, snapshots: 0, kept: 0 };
  report.samples = await collectionOf(sampleModel(db)).countDocuments({ seqs: seq });
  report.videos = await collectionOf(videoModel(db)).countDocuments({ seqs: seq });
  const counted = new Set<string>();
  let keys: CreatorKey[] = [];
  const flush = async () => {
    const creators = (await creatorsOf(db, keys)).filter(({ _id: id }) => !counted.has(id));
    for (const { _id: id } of creators) counted.add(id);
    report.creators += creators.length;
    report.kept += await countKept(db, creators, record);
    report.snapshots += await countSnapshots(db, creators, seq);
    keys = [];
  };
  const sightings = collectionOf(sightingModel(db)).find({ seq }).project<{ key: CreatorKey }>({ key: 1 });
  for await (const { key } of sightings) {
    keys.push(key);
    if (keys.length >= BATCH) await flush();
  }
  if (keys.length > 0) await flush();
  return report;
}

const creatorsOf = (db: Connection, keys: readonly CreatorKey[]): Promise<TouchedCreator[]> =>
  collectionOf(creatorModel(db))
    .find({ keys: { $in: [...keys] } })
    .project<TouchedCreator>({ keys: 1 })
    .toArray();

/** A creator that a person had named before the import was there already, and is not kept by what was changed since. */
async function countKept(
  db: Connection,
  creators: readonly TouchedCreator[],
  { seq, acceptedAt, receivedAt }: Import,
): Promise<number> {
  const all = creators.flatMap(({ keys }) => keys);
  const edits = { keys: { $in: all }, undone: { $exists: false } };
  const [others, edited, before] = await Promise.all([
    collectionOf(sightingModel(db)).distinct("key", { key: { $in: all }, seq: { $ne: seq } }),
    collectionOf(editModel(db)).distinct("keys", edits),
    collectionOf(editModel(db)).distinct("keys", { ...edits, at: { $lt: acceptedAt ?? receivedAt } }),
  ]);
  const [changed, there] = [new Set(edited), new Set([...others, ...before])];
  return creators.filter(({ keys }) => keys.some((key) => changed.has(key)) && !keys.some((key) => there.has(key)))
    .length;
}

async function countSnapshots(db: Connection, creators: readonly TouchedCreator[], seq: number): Promise<number> {
  const snapshots = collectionOf(snapshotModel(db))
    .find({ creatorId: { $in: creators.map(({ _id }) => _id) } })
    .project<{ figures: Record<string, { seq: number }> }>({ figures: 1 });
  let count = 0;
  for await (const { figures } of snapshots) {
    if (Object.values(figures).some((figure) => figure.seq === seq)) count += 1;
  }
  return count;
}
