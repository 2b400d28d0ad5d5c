import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { requestCountModel } from "./request-count-model.js";

/** So many requests in so many seconds. */
export interface RequestLimit {
  most: number;
  seconds: number;
}

/**
 * Counts a request of a caller, over all processes. Answers nothing while it is within the limit, else the seconds to
 * wait until the next span begins.
 */
export async function countRequest(
  db: Connection,
  caller: string,
  { most, seconds }: RequestLimit,
  now: Date,
): Promise<number | undefined> {
  const length = seconds * 1_000;
  const span = Math.floor(now.getTime() / length);
  const ends = (span + 1) * length;
  const counted = await collectionOf(requestCountModel(db)).findOneAndUpdate(
    { _id: `${caller}@${span}` },
    { $inc: { count: 1 }, $setOnInsert: { expiresAt: new Date(ends + length) } },
    { upsert: true, returnDocument: "after" },
  );
  return (counted?.count ?? 0) <= most ? undefined : Math.max(1, Math.ceil((ends - now.getTime()) / 1_000));
}
