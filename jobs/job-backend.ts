import { MongoBackend } from "@agendajs/mongo-backend";
import type { Connection } from "mongoose";
import type { JobDefinition } from "../core/queue/index.js";

/** Where jobs are kept: in Roster's own database. */
export const JOBS = "jobs";

/** @throws Error when the connection is not open */
export function jobBackend({ db }: Connection): MongoBackend {
  if (!db) throw new Error("the connection is not open");
  return new MongoBackend({ mongo: db as never, collection: JOBS });
}

/** Whether a job with this payload waits for its turn, or is under way. */
export async function isAskedFor<P extends object>(
  db: Connection,
  { name }: JobDefinition<P>,
  payload: P,
): Promise<boolean> {
  const data = Object.fromEntries(Object.entries(payload).map(([key, value]) => [`data.${key}`, value]));
  const alive = { $or: [{ nextRunAt: { $ne: null } }, { lockedAt: { $ne: null } }] };
  return (await db.collection(JOBS).findOne({ name, ...data, ...alive }, { projection: { _id: 1 } })) !== null;
}
