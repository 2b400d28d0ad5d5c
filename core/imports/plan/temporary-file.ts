import { randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where something stands in a temporary file, in bytes. */
export interface Place {
  at: number;
  length: number;
}

/** A file that only this process can read, and that is gone with it however it ends: it has no name any more. */
export class TemporaryFile {
  private end = 0;
  private readonly handle: FileHandle;

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  static async open(): Promise<TemporaryFile> {
    const path = join(tmpdir(), `roster-${randomUUID()}`);
    const handle = await open(path, "wx+", 0o600);
    await unlink(path);
    return new TemporaryFile(handle);
  }

  async append(bytes: Uint8Array): Promise<Place> {
    const place = { at: this.end, length: bytes.length };
    this.end += bytes.length;
    await this.handle.write(bytes, 0, bytes.length, place.at);
    return place;
  }

  async read({ at, length }: Place): Promise<Uint8Array> {
    const { buffer } = await this.handle.read(Buffer.alloc(length), 0, length, at);
    return buffer;
  }

  /** Gives the disk's space back. */
  async close(): Promise<void> {
    await this.handle.close();
  }
}
