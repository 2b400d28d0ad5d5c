import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { constants, deflateRaw, inflateRaw } from "node:zlib";

const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)];

/** Parts that the records of a large file are divided into: one of them is in memory in full at a time. */
const PARTS = 64;

/**
 * Records of the windows of one file, put aside until all windows are read: what a file says of one thing may stand in
 * several of them. They are kept packed, about a tenth of the file, and divided by their ids, so that all of one id come
 * out together. The records of a file of one window stay as they are.
 */
export class PutAside<T> {
  private whole: ReadonlyMap<string, T> = new Map();
  private readonly parts: Buffer[][] = [];
  private readonly join: (earlier: T, later: T) => T;

  /** @param join what two windows say of one id, together */
  constructor(join: (earlier: T, later: T) => T) {
    this.join = join;
  }

  /** Takes the records of the next window. */
  async add(records: ReadonlyMap<string, T>): Promise<void> {
    if (records.size === 0) return;
    if (this.parts.length > 0) return this.pack(records);
    if (this.whole.size === 0) {
      this.whole = records;
      return;
    }
    for (let part = 0; part < PARTS; part += 1) this.parts.push([]);
    await this.pack(this.whole);
    this.whole = new Map();
    await this.pack(records);
  }

  /** All records, each once, some of them at a time. */
  async *groups(): AsyncGenerator<ReadonlyMap<string, T>> {
    if (this.whole.size > 0) yield this.whole;
    for (let part = 0; part < this.parts.length; part += 1) yield await this.unpack(part);
  }

  /** The records of these ids, as far as there are any. */
  async of(ids: readonly string[]): Promise<Map<string, T>> {
    const found = new Map<string, T>();
    if (this.parts.length === 0) {
      take(this.whole, ids, found);
      return found;
    }
    const wanted = new Map<number, string[]>();
    for (const id of ids) {
      const others = wanted.get(partOf(id));
      if (others === undefined) wanted.set(partOf(id), [id]);
      else others.push(id);
    }
    for (const [part, among] of wanted) take(await this.unpack(part), among, found);
    return found;
  }

  private async pack(records: ReadonlyMap<string, T>): Promise<void> {
    const parts: [string, T][][] = this.parts.map(() => []);
    for (const entry of records) parts[partOf(entry[0])]?.push(entry);
    const packing = parts.map(async (entries, part) => {
      if (entries.length === 0) return;
      this.parts[part]?.push(await deflate(serialize(entries), { level: constants.Z_BEST_SPEED }));
    });
    await Promise.all(packing);
  }

  private async unpack(part: number): Promise<Map<string, T>> {
    const records = new Map<string, T>();
    for (const packed of this.parts[part] ?? []) {
      for (const [id, record] of deserialize(await inflate(packed)) as [string, T][]) {
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

/** The same for the same id; ids that are alike are spread over all parts. */
function partOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
  return (hash >>> 0) % PARTS;
}
