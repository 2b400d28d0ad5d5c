import type { ClientSession, Filter } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import type { Creator } from "./creator.js";
import { creatorModel } from "./creator-model.js";

/**
 * Marks creators as to be computed in full; every write that was computed before loses its guard. In a transaction,
 * another who wrote one of them meanwhile makes it begin anew. Answers how many there are.
 */
export async function markStale(db: Connection, which: Filter<Creator>, session?: ClientSession): Promise<number> {
  const creators = collectionOf(creatorModel(db));
  const update = { $set: { stale: true as const }, $inc: { rev: 1 } };
  return (await creators.updateMany(which, update, { session })).matchedCount;
}
