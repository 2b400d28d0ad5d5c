import { beforeAll, describe, expect, it } from "vitest";
import { bucketDigests, bucketOf, bucketsFor, type SheetRow } from "../../../core/contract/index.js";
import { indexLists } from "../../../core/lists/index.js";
import { seedCreators } from "../../core/lists/seed-creators.js";
import { testDatabase } from "../../support/database.js";
import { startApi } from "./start-api.js";

const db = testDatabase();
const { call, tokenOf } = startApi(db);
let token = "";

/** Shares are the same for a real account of 37,000 rows (`ROWS=37000`), which takes half a minute. */
const ROWS = Number(process.env.ROWS ?? 7_400);
const CHANGED = ROWS / 100;
const BATCH = 5_000;

const TAB = {
  list: "creators",
  query: "",
  brand: "default",
  columns:
    "handle email phone firstName lastName address.city address.state address.country badge status tags followers gmvCents gmv30Cents videoGmvCents samples videos itemsSold lastPostedAt profileUrl".split(
      " ",
    ),
};

/** Of an add-on's answer or request. */
const bytesOf = (body: unknown): number => JSON.stringify(body).length;

function made(at: number) {
  const handle = `creator.number${at}`;
  return {
    _id: `65f0c0ffee${at.toString(16).padStart(14, "0")}`,
    handles: [handle],
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
  token = await tokenOf("ann", "editor");
  for (let from = 0; from < ROWS; from += BATCH) {
    const length = Math.min(BATCH, ROWS - from);
    await seedCreators(
      db,
      Array.from({ length }, (_, at) => made(from + at)),
    );
  }
  await indexLists(db);
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
