import { MongoBackend } from "@agendajs/mongo-backend";
import type { Connection } from "mongoose";

/** Where jobs are kept: in Roster's own database. */
export const JOBS = "jobs";

/** @throws Error when the connection is not open */
export function jobBackend({ db }: Connection): MongoBackend {
  if (!db) throw new Error("the connection is not open");
  return new MongoBackend({ mongo: db as never, collection: JOBS });
}
