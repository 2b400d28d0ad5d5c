import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import { GridFSBucket, ObjectId } from "mongodb";
import type { Connection } from "mongoose";

/** What is kept of an import in GridFS: the file as it came, and the rows of it that were rejected. */
export type KeptFile = "original" | "rejected";

const BUCKET = "originals";

const bucketOf = (db: Connection) => new GridFSBucket(databaseOf(db), { bucketName: BUCKET });

const nameOf = (importId: string, kept: KeptFile) => `${importId}/${kept}`;

function databaseOf(db: Connection) {
  if (!db.db) throw new Error("the connection is not open");
  return db.db;
}

/** SHA-256 in hex, and the length in bytes. */
export async function hashFile(open: () => Readable): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of open() as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** Keeps a file, compressed; what was kept under the same name before is replaced. Answers its SHA-256 in hex. */
export async function keepFile(db: Connection, importId: string, kept: KeptFile, content: Readable): Promise<string> {
  await dropFile(db, importId, kept);
  const hash = createHash("sha256");
  // The fastest level: exports shrink to a quarter with it, and the best level gains little for thrice the time.
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  await pipeline(
    content,
    async function* hashed(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    gzip,
    bucketOf(db).openUploadStream(nameOf(importId, kept)),
  );
  return hash.digest("hex");
}

/** Opens a kept file from its first byte. */
export function openKept(db: Connection, importId: string, kept: KeptFile): Readable {
  const download = bucketOf(db).openDownloadStreamByName(nameOf(importId, kept));
  const gunzip = createGunzip();
  download.on("error", (error) => gunzip.destroy(error));
  gunzip.on("close", () => download.destroy());
  return download.pipe(gunzip);
}

/** Whether a file is kept. */
export async function isKept(db: Connection, importId: string, kept: KeptFile): Promise<boolean> {
  return (
    (
      await bucketOf(db)
        .find({ filename: nameOf(importId, kept) })
        .limit(1)
        .toArray()
    ).length > 0
  );
}

/** Drops a kept file; one that is not kept is no error. */
export async function dropFile(db: Connection, importId: string, kept: KeptFile): Promise<void> {
  const bucket = bucketOf(db);
  for await (const { _id } of bucket.find({ filename: nameOf(importId, kept) })) await bucket.delete(_id);
}

/** The files that are kept of imports, as far as they were through before a time. */
export async function* keptFilesOf(
  db: Connection,
  { before }: { before: Date },
): AsyncGenerator<{ importId: string; kept: KeptFile }> {
  // Files of a drop are kept in the same place, under other names.
  const files = bucketOf(db).find({ filename: /^\d+\/(original|rejected)$/, uploadDate: { $lt: before } });
  for await (const { filename } of files) {
    const [importId = "", kept] = filename.split("/");
    yield { importId, kept: kept as KeptFile };
  }
}

/** The names that files whose name begins so are kept under, as far as they were through. */
export async function keptUnder(db: Connection, begin: string): Promise<string[]> {
  const files = bucketOf(db).find({ filename: { $gte: begin, $lt: `${begin}\uffff` } });
  return (await files.toArray()).map(({ filename }) => filename.slice(0, filename.lastIndexOf("/")));
}

/** Drops what is left of uploads that began before a time and never came through; answers how many. */
export async function dropUnfinished(db: Connection, before: Date): Promise<number> {
  const chunks = databaseOf(db).collection(`${BUCKET}.chunks`);
  const begun = { files_id: { $lt: ObjectId.createFromTime(Math.floor(before.getTime() / 1_000)) } };
  const unfinished = chunks.aggregate<{ _id: ObjectId }>([
    { $match: begun },
    { $group: { _id: "$files_id" } },
    { $lookup: { from: `${BUCKET}.files`, localField: "_id", foreignField: "_id", as: "files" } },
    { $match: { files: [] } },
  ]);
  let dropped = 0;
  for await (const { _id } of unfinished) {
    await chunks.deleteMany({ files_id: _id });
    dropped += 1;
  }
  return dropped;
}
