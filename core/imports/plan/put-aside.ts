import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { constants, deflateRaw, inflateRaw } from "node:zlib";
import { type Place, TemporaryFile } from "./temporary-file.js";

const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)];

/** Shares that the records of a large file are divided into by their ids: the least that can be had together. */
const SHARES = 64;
/** Records in a part, where there are enough: a few requests to the database for each kind of batch. */
const PART = 25_000;

/**
 * Records of the chunks of one file, put aside until all chunks are read: what a file says of one thing may stand in
 * several of them. They go into a temporary file, packed, and divided by their ids, so that all of one id come out
 * together. The records of a file of one chunk stay in memory as they are.
 */
export class PutAside<T> {
  private whole: ReadonlyMap<string, T> = new Map();
  private file: TemporaryFile | undefined;
  /** Where the packed records of each share stand. */
  private readonly places: Place[][] = Array.from({ length: SHARES }, () => []);
  /** Records that were packed; what stood in two chunks counts twice. */
  private packed = 0;
  private readonly join: (earlier: T, later: T) => T;

  /** @param join what two chunks say of one id, together */
  constructor(join: (earlier: T, later: T) => T) {
    this.join = join;
  }

  /** In how many parts its records come best. */
  get parts(): number {
    return Math.min(SHARES, Math.max(1, Math.ceil(this.packed / PART)));
  }

  /** Takes the records of the next chunk. */
  async add(records: ReadonlyMap<string, T>): Promise<void> {
    if (records.size === 0) return;
    if (this.file === undefined) {
      if (this.whole.size === 0) {
        this.whole = records;
        return;
      }
      this.file = await TemporaryFile.open();
      await this.pack(this.file, this.whole);
      this.whole = new Map();
    }
    await this.pack(this.file, records);
  }

  /** Some of the records: each is in one of so many parts. */
  async part(part: number, of: number): Promise<ReadonlyMap<string, T>> {
    if (this.file === undefined) return part === 0 ? this.whole : new Map();
    const from = Math.floor((part * SHARES) / of);
    const to = Math.floor(((part + 1) * SHARES) / of);
    return this.unpack(this.file, from, to);
  }

  /** All records, each once, some of them at a time. */
  async *groups(): AsyncGenerator<ReadonlyMap<string, T>> {
    for (let part = 0; part < this.parts; part += 1) yield await this.part(part, this.parts);
  }

  /** The records of these ids, as far as there are any. */
  async of(ids: readonly string[]): Promise<Map<string, T>> {
    const found = new Map<string, T>();
    if (this.file === undefined) {
      take(this.whole, ids, found);
      return found;
    }
    const wanted = new Map<number, string[]>();
    for (const id of ids) {
      const others = wanted.get(shareOf(id));
      if (others === undefined) wanted.set(shareOf(id), [id]);
      else others.push(id);
    }
    for (const [share, among] of wanted) take(await this.unpack(this.file, share, share + 1), among, found);
    return found;
  }

  /** Gives back what it holds of the disk; nothing can be had of it any more. */
  async close(): Promise<void> {
    await this.file?.close();
  }

  /** A share after the other: a chunk that is packed at once is in memory twice. */
  private async pack(file: TemporaryFile, records: ReadonlyMap<string, T>): Promise<void> {
    const shares: [string, T][][] = this.places.map(() => []);
    for (const entry of records) shares[shareOf(entry[0])]?.push(entry);
    for (const [share, entries] of shares.entries()) {
      if (entries.length === 0) continue;
      const packed = await deflate(serialize(entries), { level: constants.Z_BEST_SPEED });
      this.places[share]?.push(await file.append(packed));
    }
    this.packed += records.size;
  }

  private async unpack(file: TemporaryFile, from: number, to: number): Promise<Map<string, T>> {
    const records = new Map<string, T>();
    for (const place of this.places.slice(from, to).flat()) {
      for (const [id, record] of deserialize(await inflate(await file.read(place))) as [string, T][]) {
        const earlier = records.get(id);
        records.set(id, earlier === undefined ? record : this.join(earlier, record));
      }
    }
    return records;
  }
}

function take<T>(from: ReadonlyMap<string, T>, ids: readonly string[], found: Map<string, T>): void {
  for (const id of ids) {
    const record = from.get(id);
    if (record !== undefined) found.set(id, record);
  }
}

/** The same for the same id; ids that are alike are spread over all shares. FNV-1a, its highest bits. */
function shareOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return Math.floor(((hash >>> 0) / 2 ** 32) * SHARES);
}
