import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import type { FileToImport } from "../imports/inspect-file.js";
import { dropFile, keepFile, keptUnder, openKept } from "../imports/originals.js";
import type { Drop, DroppedFile } from "./drop.js";

/** The largest file that is taken from a place where people talk: four times the largest export seen; bytes. */
export const MOST_BYTES = 100 * 1024 * 1024;

const ROOT = "drops/";
const keyOf = (drop: Pick<Drop, "_id">, { id }: Pick<DroppedFile, "id">) => `${ROOT}${drop._id}/${id}`;

/**
 * Keeps the bytes of a file until its drop is over.
 *
 * @throws CrmError `refused` for one that is too large, `unreachable` for one that breaks off
 */
export async function keepBytes(db: Connection, drop: Drop, file: DroppedFile, content: Readable): Promise<void> {
  const limited = limitTo(MOST_BYTES, file.name);
  let broken: Error | undefined;
  content.once("error", (error) => {
    if (!(error instanceof CrmError)) broken = error;
  });
  const [kept] = await Promise.allSettled([
    keepFile(db, keyOf(drop, file), "original", limited),
    pipeline(content, limited),
  ]);
  if (kept.status === "fulfilled") return;
  const isTooLarge = limited.errored instanceof CrmError;
  throw broken && !isTooLarge ? brokeOff(file.name, broken) : kept.reason;
}

const brokeOff = (name: string, cause: Error): CrmError =>
  new CrmError("unreachable", `${name} broke off: ${cause.message}`, {
    say: `${name} did not come through whole. Nothing is lost: press Fetch again, or drop it again.`,
    cause,
  });

/** Lets no more than so many bytes through. */
function limitTo(most: number, name: string): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > most ? tooLarge(name) : null, chunk);
    },
  });
}

/** What is said of a file beyond the limit. */
export const tooLarge = (name: string): CrmError =>
  new CrmError("refused", `${name} is larger than ${MOST_BYTES} bytes`, {
    say: `${name} is larger than ${MOST_BYTES / 1024 / 1024} MB, the largest that can be dropped in Slack. Split it, or have whoever runs Roster import it at the terminal.`,
  });

/** A kept file, to be read from its first byte each time. */
export const openBytes = (db: Connection, drop: Drop, file: DroppedFile): FileToImport => ({
  name: file.name,
  open: () => openKept(db, keyOf(drop, file), "original"),
});

/** Lets go of all bytes of a drop that is over. */
export async function dropBytes(db: Connection, drop: Drop): Promise<void> {
  for (const file of drop.files) if (file.kept) await dropFile(db, keyOf(drop, file), "original");
}

/** The ids of drops of which bytes are kept. */
export async function dropsWithBytes(db: Connection): Promise<string[]> {
  const names = await keptUnder(db, ROOT);
  return [...new Set(names.map((name) => name.slice(ROOT.length, name.lastIndexOf("/"))))];
}
