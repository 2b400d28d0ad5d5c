import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import type { Drop } from "./drop.js";
import { dropModel } from "./drop-model.js";
import { dropBytes, dropsWithBytes } from "./kept-bytes.js";

/** Work on a drop that was silent for so long was lost with its process; milliseconds. */
const LOST_AFTER = 60_000;

/** Says that a drop is being worked on. */
export async function touchDrop(db: Connection, id: string, now: Date): Promise<void> {
  await collectionOf(dropModel(db)).updateOne({ _id: id }, { $set: { touchedAt: now } });
}

/** Drops whose work was lost: they are touched, so that of several who ask each gets others. */
export async function takeLeftDrops(db: Connection, now: Date): Promise<Drop[]> {
  const drops = collectionOf(dropModel(db));
  const before = new Date(now.getTime() - LOST_AFTER);
  const left = { status: { $in: ["received", "importing"] as const }, touchedAt: { $lt: before } };
  const taken: Drop[] = [];
  for (;;) {
    const drop = await drops.findOneAndUpdate(left as never, { $set: { touchedAt: now } });
    if (drop === null) return taken;
    taken.push(drop);
  }
}

/** Nobody comes back to files after so long; their bytes go, and they can be dropped again; milliseconds. */
const FORGOTTEN_AFTER = 30 * 24 * 60 * 60 * 1_000;

/** Lets go of the files of drops that nobody decided about. Answers how many. */
export async function forgetDrops(db: Connection, now: Date): Promise<number> {
  const drops = collectionOf(dropModel(db));
  const before = new Date(now.getTime() - FORGOTTEN_AFTER);
  const old = await drops
    .find({ status: { $in: ["asking", "ready", "failed"] }, touchedAt: { $lt: before } })
    .toArray();
  for (const drop of old) {
    const gone = { $set: { status: "cancelled" as const }, $inc: { rev: 1, round: 1 } };
    const { modifiedCount } = await drops.updateOne({ _id: drop._id, rev: drop.rev }, gone);
    if (modifiedCount > 0) await dropBytes(db, drop);
  }
  await sweepBytes(db, now);
  return old.length;
}

/** Lets go of files that a process left which ended between the end of their drop and this. */
async function sweepBytes(db: Connection, now: Date): Promise<void> {
  const before = new Date(now.getTime() - LOST_AFTER);
  const over = { status: { $in: ["done", "cancelled"] as const }, touchedAt: { $lt: before } };
  const drops = collectionOf(dropModel(db)).find({ _id: { $in: await dropsWithBytes(db) }, ...over } as never);
  for await (const drop of drops) await dropBytes(db, drop);
}
