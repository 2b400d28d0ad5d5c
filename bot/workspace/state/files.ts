import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GridFSBucket } from "mongodb";
import type { Connection } from "mongoose";
import { databaseOf } from "./database-of.js";
import { mimetypeOf } from "./mimetypes.js";

/** A file of the workspace; it has content once its bytes have come. */
export interface WorkspaceFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  bytes: number;
  user: string;
  at: Date;
  /** Where it was shown. */
  channels: string[];
  isThere: boolean;
}

export interface Files {
  /** Makes room for a file whose bytes come later. */
  announce(file: { name: string; user: string }): Promise<WorkspaceFile>;
  write(id: string, content: Buffer): Promise<void>;
  share(id: string, channel: string, title?: string): Promise<WorkspaceFile | undefined>;
  find(id: string): Promise<WorkspaceFile | undefined>;
  read(id: string): Readable;
}

export function createFiles(db: Connection, now: () => Date): Files {
  const stored = () => databaseOf(db).collection<WorkspaceFile & { _id: string }>("workspaceFiles");
  const bucket = () => new GridFSBucket(databaseOf(db), { bucketName: "workspaceBytes" });
  const find = async (id: string) => {
    const found = await stored().findOne({ _id: id });
    if (!found) return undefined;
    const { _id, ...file } = found;
    return file;
  };

  return {
    find,
    async announce({ name, user }) {
      const id = `F${randomBytes(5).toString("hex").toUpperCase()}`;
      const named = { id, name, title: name, mimetype: mimetypeOf(name) };
      const file = { ...named, bytes: 0, user, at: now(), channels: [], isThere: false };
      await stored().insertOne({ _id: id, ...file });
      return file;
    },
    async write(id, content) {
      await pipeline(Readable.from([content]), bucket().openUploadStream(id));
      await stored().updateOne({ _id: id }, { $set: { bytes: content.length, isThere: true } });
    },
    async share(id, channel, title) {
      const set = title === undefined ? {} : { $set: { title } };
      await stored().updateOne({ _id: id, isThere: true }, { $addToSet: { channels: channel }, ...set });
      return find(id);
    },
    read: (id) => bucket().openDownloadStreamByName(id),
  };
}
