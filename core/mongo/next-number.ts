import type { ClientSession } from "mongodb";
import type { Connection } from "mongoose";

/** The next number of a sequence, from 1. Each is given once; one whose taker died stays unused. */
export async function nextNumber(db: Connection, sequence: string, session?: ClientSession): Promise<number> {
  const counters = db.collection<{ _id: string; last: number }>("counters");
  const counter = await counters.findOneAndUpdate(
    { _id: sequence },
    { $inc: { last: 1 } },
    { upsert: true, returnDocument: "after", session },
  );
  if (!counter) throw new Error(`the sequence ${sequence} gave no number`);
  return counter.last;
}
