import { createReadStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { openTable } from "../../core/imports/read/index.js";
import { csvLine } from "../../core/text/csv-line.js";

/** Rows that a later export has and the first one had not. */
const NEW_SHARE = 0.02;
/** Videos whose figures moved on in a day. */
const MOVED_SHARE = 0.3;

/** Writes the same account's files a day later: rows shuffled, 2% of them new, figures moved. Answers their paths. */
export async function writeReExport(paths: readonly string[], dir: string): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const written: string[] = [];
  for (const path of paths) {
    const random = mulberry32(7);
    const table = await openTable({ name: basename(path), open: () => createReadStream(path) });
    const rows: string[][] = [];
    for await (const batch of table.rows()) for (const { cells } of batch) rows.push(cells);
    const { handle, orderId, videoLink, gmv, productId } = table.columns;
    const added = Math.round(rows.length * NEW_SHARE);
    for (let made = 0; made < added; made += 1) {
      const row = [...(rows[Math.floor(random() * rows.length)] ?? [])];
      if (handle !== undefined) row[handle] = `new.creator${made}`;
      for (const id of [orderId, productId]) if (id !== undefined) row[id] = String(7_000_000_000_000_000 + made);
      if (videoLink !== undefined)
        row[videoLink] =
          `https://www.tiktok.com/@new.creator${made}/video/${7_900_000_000_000_000_000n + BigInt(made)}`;
      rows.push(row);
    }
    if (gmv !== undefined) {
      for (const row of rows) if (random() < MOVED_SHARE) row[gmv] = `$${(random() * 5_000).toFixed(2)}`;
    }
    for (let last = rows.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [rows[last], rows[other]] = [rows[other] ?? [], rows[last] ?? []];
    }
    const before = await linesBefore(path, table.headerLine);
    const target = join(dir, basename(path));
    await writeFile(target, before + csvLine(table.headers) + rows.map(plainLine).join(""));
    written.push(target);
  }
  return written;
}

/** The lines before the header, with the last day of a date range moved on by one. */
async function linesBefore(path: string, headerLine: number): Promise<string> {
  const lines = (await readFile(path, "utf8")).split("\n").slice(0, headerLine - 1);
  return lines.map((line) => `${line.replace("2026-06-30", "2026-07-01")}\n`).join("");
}

/** As an export writes a row: without the guard against formulas. */
const plainLine = (cells: readonly string[]) =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;

/** Mulberry32: small, seeded, good enough to shuffle by. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
