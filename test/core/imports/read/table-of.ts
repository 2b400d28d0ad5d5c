import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import {
  type OpenOptions,
  openTable,
  type RawRow,
  readThrough,
  type Table,
  type TableFile,
} from "../../../../core/imports/read/index.js";

const FIXTURES = new URL("../../../fixtures/", import.meta.url);

export function fixture(name: string): TableFile {
  const path = fileURLToPath(new URL(name, FIXTURES));
  return { name, open: () => createReadStream(path) };
}

/** A file that exists only here; `chunk` is how many bytes its stream gives at a time. */
export function fileOf(content: Buffer | string, { name = "file.csv", chunk = 64 * 1024 } = {}): TableFile {
  const bytes = Buffer.from(content);
  return { name, open: () => Readable.from(chunksOf(bytes, chunk), { objectMode: false }) };
}

function* chunksOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export async function rowsOf(table: Table): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  return rows;
}

export async function cellsOf(file: TableFile, options?: OpenOptions): Promise<string[][]> {
  return (await rowsOf(await openTable(file, options))).map(({ cells }) => cells);
}

/** What a person reads when the file is opened and read through. */
export async function complaintAbout(file: TableFile, options?: OpenOptions): Promise<string> {
  const error = await openTable(file, options)
    .then(readThrough)
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  expect(error).toMatchObject({ name: "CrmError" });
  return error instanceof Error ? error.message : "";
}
