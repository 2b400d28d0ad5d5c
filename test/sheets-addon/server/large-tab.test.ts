import { beforeAll, describe, expect, it } from "vitest";
import { bucketDigests, bucketOf, bucketsFor, type SheetRow } from "../../../core/contract/index.js";
import { testDatabase } from "../../support/database.js";
import { COLUMNS, seedLargeTab } from "./seed-large-tab.js";
import { startApi } from "./start-api.js";

const db = testDatabase();
const { call, tokenOf } = startApi(db);
let token = "";

/** Shares are the same for a real account of 37,000 rows (`ROWS=37000`), which takes half a minute. */
const ROWS = Number(process.env.ROWS ?? 7_400);
const CHANGED = ROWS / 100;

const TAB = { list: "creators", query: "", brand: "default", columns: COLUMNS };

/** Of an add-on's answer or request. */
const bytesOf = (body: unknown): number => JSON.stringify(body).length;

beforeAll(async () => {
  token = await tokenOf("ann", "editor");
  await seedLargeTab(db, ROWS);
}, 120_000);

describe("a large tab of 20 columns", () => {
  const rows = new Map<string, SheetRow>();
  let whole = 0;

  it("is filled in parts that Apps Script can take", { timeout: 60_000 }, async () => {
    const first = await call("/sheets/sync", { token, body: { ...TAB, have: {} } });
    whole += first.bytes;
    for (const row of first.body.rows) rows.set(row.id, row);
    const { later } = first.body as { later: string[] };
    for (let from = 0; from < later.length; from += 2_000) {
      const part = await call("/sheets/rows", { token, body: { ...TAB, ids: later.slice(from, from + 2_000) } });
      whole += part.bytes;
      for (const row of part.body.rows) rows.set(row.id, row);
    }
    expect(rows.size).toBe(ROWS);
  });

  it("costs under 3% of the whole, both ways together, when 1% of the rows changed", { timeout: 60_000 }, async () => {
    const step = ROWS / CHANGED;
    const ids = [...rows.keys()].sort().filter((_id, at) => at % step === 0);
    await db.collection("brandCreators").updateMany({ creatorId: { $in: ids } }, { $inc: { followers: 1 } });

    const started = performance.now();
    const buckets = bucketsFor(rows.size);
    const digests = bucketDigests(
      [...rows.values()].map(({ id, hash }) => [id, hash] as const),
      buckets,
    );
    const asked = { ...TAB, buckets, digests };
    const differing = await call("/sheets/digests", { token, body: asked });
    const of: number[] = differing.body.differing;
    const wanted = new Set(of);
    const named = [...rows.values()].filter(({ id }) => wanted.has(bucketOf(id, buckets)));
    const have = Object.fromEntries(named.map(({ id, hash }) => [id, hash]));
    const body = { ...TAB, have, among: { buckets, of } };
    const answer = await call("/sheets/sync", { token, body });

    expect(answer.body.rows.map(({ id }: SheetRow) => id).sort()).toEqual(ids);
    for (const row of answer.body.rows) rows.set(row.id, row);
    expect([answer.body.gone, answer.body.later, answer.body.total]).toEqual([[], [], ROWS]);
    const down = differing.bytes + answer.bytes;
    const up = bytesOf(asked) + bytesOf(body);
    if (process.env.SHOW) {
      const shares = [down, up, down + up].map((part) => `${((100 * part) / whole).toFixed(2)}%`);
      process.stdout.write(`${whole} bytes; down, up, both: ${shares.join(", ")}; ${performance.now() - started} ms\n`);
    }
    expect(down / whole).toBeLessThan(0.03);
    expect(up / whole).toBeLessThan(0.03);
  });

  it("is true again after that, which one small request finds out", { timeout: 60_000 }, async () => {
    const buckets = bucketsFor(rows.size);
    const pairs = [...rows.values()].map(({ id, hash }) => [id, hash] as const);
    const body = { ...TAB, buckets, digests: bucketDigests(pairs, buckets) };
    expect((await call("/sheets/digests", { token, body })).body).toEqual({ total: ROWS, differing: [] });
    expect(bytesOf(body) / whole).toBeLessThan(0.01);
  });
});
