import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Connection } from "mongoose";

/**
 * Writes what an import rejected beside the file it came from. Answers whether there was anything.
 *
 * @throws the file system's error when the place cannot be written
 */
export async function writeRejected(db: Connection, importId: string, path: string): Promise<boolean> {
  const { isKept, openKept } = await import("../../../core/imports/index.js");
  if (!(await isKept(db, importId, "rejected"))) return false;
  await pipeline(openKept(db, importId, "rejected"), createWriteStream(path));
  return true;
}
