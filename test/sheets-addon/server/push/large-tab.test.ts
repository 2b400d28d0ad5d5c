import { beforeAll, describe, expect, it } from "vitest";
import { holdDueTab, releaseTab, saveTab } from "../../../../core/sheets/index.js";
import { memoryName } from "../../../../sheets-addon/addon/memory.js";
import { testDatabase } from "../../../support/database.js";
import { COLUMNS, idAt, seedLargeTab } from "../seed-large-tab.js";
import { OWNER } from "../start-api.js";
import { BOOK, SETTINGS, startPush, TAB } from "./start-push.js";

const db = testDatabase();
const { book, clock, google, refresher, sheet, writtenInto } = startPush(db);

/** A real account has 37,000 (`ROWS=37000`), which takes half a minute and the same share of everything. */
const ROWS = Number(process.env.ROWS ?? 7_400);
const CHANGED = ROWS / 100;
/** What Google advises for one request; bytes. */
const MOST_BYTES = 2_000_000;
const MB = 1024 * 1024;

beforeAll(() => seedLargeTab(db, ROWS), 120_000);

/** The next hour's refresh, with what it took. */
async function run() {
  clock.now = new Date(clock.now.getTime() + 3_600_000);
  const tab = await holdDueTab(db, clock.now);
  if (!tab) throw new Error("no tab is due");
  google().calls.length = 0;
  Object.assign(google().bytes, { sent: 0, answered: 0 });
  let most = 0;
  const before = process.memoryUsage().heapUsed;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }, 20);
  const started = performance.now();
  const { run: done } = await refresher()(tab).finally(() => clearInterval(watch));
  await releaseTab(db, tab, { now: clock.now });
  const calls = google().calls;
  const reads = calls.filter(({ kind }) => kind === "get" || kind === "read").length;
  const taken = { ms: performance.now() - started, mb: most / MB, reads, writes: calls.length - reads };
  if (process.env.SHOW) process.stdout.write(`${JSON.stringify({ ...taken, ...google().bytes, cells: done.cells })}\n`);
  return { done, ...taken };
}

describe("a large tab of 20 columns", () => {
  it("is filled, and brought up to date by its changed cells alone", { timeout: 240_000 }, async () => {
    const settings = { ...SETTINGS, columns: COLUMNS, spreadsheetId: BOOK, sheetId: TAB };
    await saveTab(db, settings, { actor: { ...OWNER.actor, id: "ann" }, now: clock.now });

    const first = await run();
    expect(first.done).toMatchObject({ outcome: "done", rows: { total: ROWS, added: ROWS } });
    expect(sheet().lastRow).toBe(ROWS + 1);
    for (const { bytes } of google().calls) expect(bytes).toBeLessThan(MOST_BYTES);
    const whole = google().bytes.sent;

    const still = await run();
    expect(still.done).toMatchObject({ outcome: "done", cells: 0 });

    const ids = Array.from({ length: CHANGED }, (_, at) => idAt(at * 100));
    await db.collection("brandCreators").updateMany({ creatorId: { $in: ids } }, { $inc: { followers: 1 } });
    const next = await run();
    expect(next.done).toMatchObject({ outcome: "done", cells: CHANGED, rows: { changed: CHANGED, added: 0 } });
    expect(writtenInto("Sheet1")).toBe(CHANGED);
    expect(writtenInto("Sheet1")).toBeLessThan(ROWS * COLUMNS.length * 0.03);
    expect(google().bytes.sent / whole).toBeLessThan(0.03);
    expect(book().sheet(memoryName(TAB)).lastRow).toBe(ROWS);

    // Turns are for 50 reads and 50 writes a minute: a run has to get along with a few minutes' worth.
    expect(first.reads + first.writes).toBeLessThan(ROWS / 100);
    expect(Math.max(first.mb, still.mb, next.mb)).toBeLessThan(400);
  });
});
