import type { ClientSession } from "mongodb";
import type { Connection } from "mongoose";

/**
 * Does all of `work` or nothing of it, as if nobody else wrote meanwhile.
 *
 * Where somebody else did, `work` is begun anew: it must be safe to call twice, and write to the database only. Every
 * request in it has to be given the session.
 */
export async function inTransaction<T>(db: Connection, work: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = await db.startSession();
  try {
    return await session.withTransaction(() => work(session), {
      readConcern: { level: "snapshot" },
      writeConcern: { w: "majority" },
    });
  } finally {
    await session.endSession();
  }
}
