import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "mongoose";
import { afterAll } from "vitest";
import { type Expected, generateAccount, MADE_FILES } from "../../../core/generate/index.js";
import type { roster } from "../../support/terminal.js";

const folders: string[] = [];
afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

/** A made account in a folder of its own. */
export interface MadeAccount {
  dir: string;
  expected: Expected;
  /** All seven, in the order in which they are accepted. */
  files: string[];
  file(name: (typeof MADE_FILES)[number]): string;
}

export async function makeAccountFiles(size = 0.02, seed = 1): Promise<MadeAccount> {
  const dir = makeFolder();
  const expected = await generateAccount(dir, { size, seed });
  const file = (name: string) => join(dir, `${name}.csv`);
  return { dir, expected, files: MADE_FILES.map(file), file };
}

/** An empty folder, which goes when the tests of the file are done. */
export function makeFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "roster-files-"));
  folders.push(dir);
  return dir;
}

/** A file with this content, in a folder of its own. */
export function makeFile(name: string, content: string, dir = makeFolder()): string {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

/** A fixture, where rejected rows may be written beside it. */
export function fixture(name: string): string {
  const path = join(makeFolder(), name);
  cpSync(join("test/fixtures", name), path);
  return path;
}

/** Empties every collection; the indexes stay, which takes a fraction of the time. */
export async function emptyDatabase(connection: Connection): Promise<void> {
  const database = await connection.asPromise();
  const collections = await database.listCollections();
  await Promise.all(collections.map(({ name }) => database.collection(name).deleteMany({})));
}

/** How many documents each collection holds; what keeps count of numbers is left out. */
export async function countDocuments(connection: Connection): Promise<Record<string, number>> {
  const database = await connection.asPromise();
  const collections = await database.listCollections();
  const counts = await Promise.all(
    collections.map(async ({ name }) => [name, await database.collection(name).countDocuments()] as const),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0).sort());
}

export interface ImportJson {
  id?: string;
  file: string;
  source: string;
  brand: string;
  status: string;
  rows: number;
  repeated: number;
  rejected: number;
  rejectedValues: number;
  creators: { new: number; known: number; filled: number; alternatives: number };
  samples: { new: number; updated: number };
  videos: { new: number; updated: number };
  products: { new: number; updated: number };
  snapshots: { new: number };
  seconds: number;
  rejectedFile?: string;
}

/** What `--json` answered, checked to be one document and nothing else. */
export function importsOf({ stdout }: Awaited<ReturnType<typeof roster>>): ImportJson[] {
  return (JSON.parse(stdout) as { imports: ImportJson[] }).imports;
}

export function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((all, row) => all + of(row), 0);
}
