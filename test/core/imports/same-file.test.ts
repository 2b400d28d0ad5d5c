import { beforeEach, describe, expect, it } from "vitest";
import { takeUpAbandoned, undoImport } from "../../../core/imports/index.js";
import { testDatabase } from "../../support/database.js";
import { csvOf } from "../../support/make.js";
import { watched } from "../../support/make-crash.js";
import { byTester, emptyDatabase, importText, makeBrands, NOW } from "../../support/make-imports.js";
import { creatorBy, stateOf } from "../../support/state.js";

const db = testDatabase();
const life = watched(db);
beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
});

const text = csvOf("euka", [{ handle: "mia", email: "mia@example.com", gmv: 5 }]);

describe("the same file again", () => {
  it("is no new import: when and by whom it was taken in is answered", async () => {
    await importText(db, "euka", text, { name: "first.csv" });
    const before = await stateOf(db);
    const again = await importText(db, "euka", text, { name: "again.csv" });
    expect(again).toMatchObject({ known: { _id: "1", by: "ann", file: "first.csv", status: "done" } });
    expect(await stateOf(db)).toEqual(before);
  });

  it("for another brand is a new import", async () => {
    const { rosy } = await makeBrands(db);
    const plain = csvOf("euka", [{ handle: "mia", email: "mia@example.com" }]);
    await importText(db, "euka", plain);
    expect(await importText(db, "euka", plain, { brand: rosy })).toHaveProperty("record");
    expect((await creatorBy(db, "@mia")).brandIds).toEqual(["default", "rosy"]);
  });

  it("after it was undone is a new import, with a number of its own", async () => {
    await importText(db, "euka", text);
    await undoImport(db, "1", byTester);
    expect((await stateOf(db)).creators).toEqual({});
    const again = await importText(db, "euka", text);
    expect(again).toMatchObject({ record: { _id: "2", seq: 2, status: "done" } });
    expect((await creatorBy(db, "@mia")).email).toBe("mia@example.com");
  });
});

it("the same file is a new import already while it is being taken back", async () => {
  await importText(db, "euka", text);
  life.dieAfter(2);
  await expect(undoImport(db, "1", byTester)).rejects.toThrow();
  await life.revive();
  expect(await db.collection("imports").findOne({})).toMatchObject({ status: "undoing" });

  expect(await importText(db, "euka", text)).toMatchObject({ record: { _id: "2", status: "done" } });
  await takeUpAbandoned(db, { now: () => new Date(NOW.getTime() + 60_000) });
  expect((await creatorBy(db, "@mia")).email).toBe("mia@example.com");
  const statuses = await db
    .collection("imports")
    .find({}, { projection: { status: 1 } })
    .toArray();
  expect(statuses).toEqual([
    { _id: "1", status: "undone" },
    { _id: "2", status: "done" },
  ]);
});

describe("the same content in another file", () => {
  it("changes no field of a creator, and is a snapshot of its own day", async () => {
    await importText(db, "euka", text, { asOf: "2026-01-02" });
    const before = await stateOf(db, { provenance: false });
    const other = await importText(db, "euka", `${text}\n`, { asOf: "2026-01-09" });
    expect(other).toMatchObject({
      record: { report: { creators: { new: 0, known: 1, filled: 0, alternatives: 0 }, snapshots: { new: 1 } } },
    });
    const after = await stateOf(db, { provenance: false });
    expect(Object.keys(after.snapshots)).toHaveLength(2);
    const { figures: _, ...link } = before.brandCreators["default: @mia"] as { figures: object };
    expect(after.brandCreators["default: @mia"]).toMatchObject(link);
  });

  it("keeps what it supports when the first file is undone", async () => {
    await importText(db, "euka", text);
    await importText(db, "euka", `${text}\n`);
    await undoImport(db, "1", byTester);
    expect((await creatorBy(db, "@mia")).values.email).toMatchObject([{ value: "mia@example.com", seq: 2 }]);
  });
});
