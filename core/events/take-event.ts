import { MongoServerError } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { DUPLICATE_KEY } from "../mongo/write-guarded.js";
import { eventModel } from "./event-model.js";

/** Whether an event is new: senders repeat what they believe unheard. Asked by several at once, one of them hears yes. */
export async function takeEvent(db: Connection, id: string, now: Date): Promise<boolean> {
  try {
    await collectionOf(eventModel(db)).insertOne({ _id: id, at: now });
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

/** Gives an event back whose work failed: the next time it is sent it is new again. */
export async function giveEventBack(db: Connection, id: string): Promise<void> {
  await collectionOf(eventModel(db)).deleteOne({ _id: id });
}
