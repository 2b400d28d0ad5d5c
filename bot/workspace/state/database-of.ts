import type { Connection } from "mongoose";

/** The driver's database behind a connection that is open. */
export function databaseOf(db: Connection) {
  if (!db.db) throw new Error("the connection is not open");
  return db.db;
}
