import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { isDuplicate } from "../mongo/write-guarded.js";
import { eventModel } from "./event-model.js";

/** Whether an event is new: senders repeat what they believe unheard. Asked by several at once, one of them hears yes. */
export async function takeEvent(db: Connection, id: string, now: Date): Promise<boolean> {
  try {
    await collectionOf(eventModel(db)).insertOne({ _id: id, at: now });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
