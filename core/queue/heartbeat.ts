import { hostname } from "node:os";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { heartbeatModel } from "./heartbeat-model.js";

/** A worker beats every few seconds: one that is silent for so long has gone; milliseconds. */
const SILENCE = 30_000;

/** Says that this process is a worker and alive. */
export async function beat(db: Connection, now: Date): Promise<void> {
  const _id = `${hostname()}:${process.pid}`;
  await collectionOf(heartbeatModel(db)).updateOne({ _id }, { $set: { at: now } }, { upsert: true });
}

/** Whether any worker is alive: without one, what is asked for waits. */
export async function hasWorker(db: Connection, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - SILENCE);
  return (await collectionOf(heartbeatModel(db)).findOne({ at: { $gt: since } })) !== null;
}
