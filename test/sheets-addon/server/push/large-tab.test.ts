import { beforeAll, describe, expect, it } from "vitest";
import { indexLists } from "../../../../core/lists/index.js";
import { holdDueTab, releaseTab, saveTab } from "../../../../core/sheets/index.js";
import { memoryName } from "../../../../sheets-addon/addon/memory.js";
import { seedCreators } from "../../../core/lists/seed-creators.js";
import { testDatabase } from "../../../support/database.js";
import { OWNER } from "../start-api.js";
import { BOOK, SETTINGS, startPush, TAB } from "./start-push.js";

const db = testDatabase();
const { book, clock, google, refresher, sheet, writtenInto } = startPush(db);

/** A real account has 37,000 (`ROWS=37000`), which takes half a minute and the same share of everything. */
const ROWS = Number(process.env.ROWS ?? 7_400);
const CHANGED = ROWS / 100;
const BATCH = 5_000;
const COLUMNS =
  "handle email phone firstName lastName address.city address.state address.country badge status tags followers gmvCents gmv30Cents videoGmvCents samples videos itemsSold lastPostedAt profileUrl".split(
    " ",
  );
/** What Google advises for one request; bytes. */
const MOST_BYTES = 2_000_000;
const MB = 1024 * 1024;

function made(at: number) {
  return {
    _id: `65f0c0ffee${at.toString(16).padStart(14, "0")}`,
    handles: [`creator.number${at}`],
    email: `person.${at}@mail.example.com`,
    phone: `+1832555${String(at).padStart(4, "0")}`,
    firstName: "Priya",
    lastName: `Walker${at % 97}`,
    city: "Las Vegas",
    address: { city: "Las Vegas", state: "NV", country: "US" },
    badge: "gold",
    tags: ["summer", "vip"],
    followers: 1_000 + at,
    gmvCents: 100 * at,
    gmv30Cents: 7 * at,
    videoGmvCents: 11 * at,
    samples: at % 5,
    videos: at % 7,
    itemsSold: at % 11,
    lastPostedAt: new Date(Date.UTC(2026, 0, 1 + (at % 50))),
  };
}

beforeAll(async () => {
  for (let from = 0; from < ROWS; from += BATCH) {
    const length = Math.min(BATCH, ROWS - from);
    const batch = Array.from({ length }, (_, at) => made(from + at));
    await seedCreators(db, batch);
  }
  await indexLists(db);
}, 120_000);

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

    const ids = Array.from({ length: CHANGED }, (_, at) => made(at * 100)._id);
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
