import { MongoServerError } from "mongodb";
import type { Connection } from "mongoose";
import { indexLists } from "./index-lists.js";

/** MongoDB's code for a request that makes no sense, one by an index that is not there among them. */
const BAD_VALUE = 2;

/**
 * Answers by indexes that are told, and makes them where they are missing: in a database of an older version, or one
 * that was filled before it was indexed, which takes a fraction of the time.
 */
export async function withIndexes<T>(db: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isMissingIndex(error)) throw error;
    await indexLists(db);
    return work();
  }
}

const isMissingIndex = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === BAD_VALUE && /\bhint\b/.test(error.message);
