import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addBrand } from "../../../core/brands/index.js";
import { recountDoubles } from "../../../core/edits/index.js";
import { undoImport } from "../../../core/imports/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { readOverview } from "../../../core/overview/index.js";
import { saveSegment } from "../../../core/segments/index.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, ada, clear, editorOf, euka, NOW, samples, takeIn, VIC } from "../edits/make.js";
import { seedCreators } from "../lists/seed-creators.js";

const db = testDatabase();

beforeAll(() => ensureIndexes(db));
beforeEach(() => clear(db));

const read = (actor = ADA) => readOverview(db, { actor, now: NOW });
const none = { count: 0, more: false };

describe("readOverview", () => {
  it("is all zeros before the first import", async () => {
    expect(await read()).toMatchObject({
      totals: { creators: none, samples: none, videos: none, products: none },
      freshness: [],
      running: [],
      recent: [],
      segments: [],
      toDecide: { alternatives: none, doubles: none },
    });
  });

  it("counts creators and samples, and what waits to be decided", async () => {
    await takeIn(db, euka({ handle: "ann", email: "one@example.com" }, { handle: "bob", email: "same@example.com" }));
    await takeIn(db, euka({ handle: "ann", email: "two@example.com" }, { handle: "cat", email: "same@example.com" }));
    await takeIn(db, samples({ order: "576460000000000001", handle: "ann" }));
    await recountDoubles(db);
    const { totals, toDecide, recent } = await read();
    expect(totals).toMatchObject({ creators: { count: 3 }, samples: { count: 1 } });
    expect(toDecide).toEqual({ alternatives: { count: 1, more: false }, doubles: { count: 2, more: false } });
    expect(recent.map(({ status }) => status)).toEqual(["done", "done", "done"]);
  });

  it.each([
    ["2026-03-01", 0, "fresh"],
    ["2026-02-27", 2, "fresh"],
    ["2026-02-26", 3, "ageing"],
    ["2026-02-23", 6, "ageing"],
    ["2026-02-22", 7, "stale"],
  ])("calls figures as of %s on March 1st %i days old and %s", async (asOf, days, freshness) => {
    await takeIn(db, euka({ handle: "ann" }), { asOf });
    expect((await read()).freshness).toEqual([{ brandId: "default", source: "euka", asOf, days, freshness }]);
  });

  it("takes the newest import of a source that was not undone", async () => {
    await takeIn(db, euka({ handle: "ann" }), { asOf: "2026-02-20" });
    const newest = await takeIn(db, euka({ handle: "bob" }), { asOf: "2026-02-28" });
    expect((await read()).freshness).toMatchObject([{ asOf: "2026-02-28" }]);
    await undoImport(db, newest, { actor: OWNER, now: () => new Date() });
    expect((await read()).freshness).toMatchObject([{ asOf: "2026-02-20" }]);
  });

  it("shows of a brand only to those who may see it, and nothing to decide to viewers", async () => {
    await addBrand(db, { slug: "glow" }, ada);
    await takeIn(db, euka({ handle: "ann" }), { brand: "glow" });
    await takeIn(db, euka({ handle: "bob" }, { handle: "cat" }));
    await saveSegment(db, { name: "all of glow", query: "has:email", brand: "glow" }, ada);
    const other = await read(editorOf("default"));
    expect(other.brands.map(({ slug }) => slug)).toEqual(["default"]);
    expect(other.totals).toEqual({ creators: { count: 2, more: false } });
    expect([other.segments, other.recent.length, other.freshness.length]).toEqual([[], 1, 1]);
    expect((await read(VIC)).toDecide).toBeUndefined();
  });

  it.each([
    ["an admin", ADA],
    ["somebody of one brand", editorOf("default")],
  ])("looks through no collection for %s: counts and dates are read from indexes", async (_, actor) => {
    await seedCreators(
      db,
      Array.from({ length: 3_000 }, (_, place) => ({ _id: `c${place}`, handle: `h${place}`, alternatives: place % 3 })),
    );
    await takeIn(db, euka({ handle: "ann" }));
    await db.db?.command({ profile: 2 });
    await read(actor);
    await db.db?.command({ profile: 0 });
    const profiled = await db
      .collection("system.profile")
      .find({ op: { $in: ["query", "command"] } })
      .toArray();
    const asked = profiled.filter(({ ns }) => /\.(creators|brandCreators|samples|videos|imports)$/.test(String(ns)));
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter(({ planSummary }) => String(planSummary).includes("COLLSCAN"))).toEqual([]);
    expect(Math.max(...asked.map(({ docsExamined }) => Number(docsExamined ?? 0)))).toBeLessThan(20);
    await db.collection("system.profile").drop();
  });
});
