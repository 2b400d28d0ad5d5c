import { Readable } from "node:stream";
import { beforeEach, describe, expect, it } from "vitest";
import {
  foldExpired,
  type Import,
  importFiles,
  importModel,
  isKept,
  previewUndo,
  setUndoDays,
  sweepOriginals,
} from "../../../core/imports/index.js";
import { keepFile } from "../../../core/imports/originals.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { csvOf } from "../../support/make.js";
import { byTester, emptyDatabase, importRows, inspectText, makeBrands, NOW } from "../../support/make-imports.js";
import { stateOf } from "../../support/state.js";

const db = testDatabase();
const DAY_MS = 86_400_000;
const daysLater = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
  await db.collection("settings").deleteMany({});
});

const bytes = () => Readable.from([Buffer.from("Handle\nmia\n")]);

/** Files are dated by the driver: here they came when the tests' clock says. */
const cameAt = (at: Date) => db.collection("originals.files").updateMany({}, { $set: { uploadDate: at } });

const rows = [{ handle: "mia", email: "mia@a.com", gmv: "lots" }];

async function failedImport(): Promise<Import> {
  const { _id } = await importRows(db, "euka", rows);
  const failed = { status: "failed" as const, error: "Roster could not finish this import." };
  const record = await collectionOf(importModel(db)).findOneAndUpdate(
    { _id },
    { $set: failed, $unset: { report: "" } },
    { returnDocument: "after" },
  );
  await cameAt(NOW);
  return record as Import;
}

describe("sweepOriginals", () => {
  it("drops what was kept for an import that was never accepted, a day later and no sooner", async () => {
    await keepFile(db, "7", "original", bytes());
    await cameAt(NOW);
    expect(await sweepOriginals(db, daysLater(0.9))).toBe(0);
    expect(await isKept(db, "7", "original")).toBe(true);
    expect(await sweepOriginals(db, daysLater(1.1))).toBe(1);
    expect(await isKept(db, "7", "original")).toBe(false);
    expect(await db.collection("originals.chunks").countDocuments()).toBe(0);
  });

  it("drops what is left of an upload that was cut off, and leaves one that is under way", async () => {
    await keepFile(db, "7", "original", bytes());
    await db.collection("originals.files").deleteMany({});
    expect(await sweepOriginals(db, new Date())).toBe(0);
    expect(await db.collection("originals.chunks").countDocuments()).toBe(1);
    expect(await sweepOriginals(db, new Date(Date.now() + 1.1 * DAY_MS))).toBe(1);
    expect(await db.collection("originals.chunks").countDocuments()).toBe(0);
  });

  it("leaves files of drops, and of imports that are done, undone or at work", async () => {
    await keepFile(db, "drops/a/b", "original", bytes());
    const statuses = ["done", "undone", "running", "undoing"] as const;
    for (const [index, status] of statuses.entries()) {
      const { _id } = await importRows(db, "euka", [{ handle: `mia${index}`, gmv: "lots" }]);
      await collectionOf(importModel(db)).updateOne({ _id }, { $set: { status } });
    }
    await cameAt(NOW);
    const before = await db.collection("originals.files").countDocuments();
    expect(before).toBe(1 + 2 * statuses.length);
    expect(await sweepOriginals(db, daysLater(400))).toBe(0);
    expect(await db.collection("originals.files").countDocuments()).toBe(before);
  });

  it("drops what a fold that was cut off has left", async () => {
    const { _id } = await importRows(db, "euka", rows);
    await cameAt(NOW);
    await collectionOf(importModel(db)).updateOne({ _id }, { $set: { foldedAt: daysLater(31) } });
    expect(await foldExpired(db, daysLater(31))).toBe(0);
    expect(await isKept(db, _id, "original")).toBe(true);
    expect(await sweepOriginals(db, daysLater(31))).toBe(2);
    expect(await isKept(db, _id, "original")).toBe(false);
  });

  it("drops files of a failed import when it could be undone no more if it had not failed", async () => {
    const { _id } = await failedImport();
    await setUndoDays(db, 20);
    expect(await sweepOriginals(db, daysLater(19))).toBe(0);
    expect(await sweepOriginals(db, daysLater(21))).toBe(2);
    expect(await isKept(db, _id, "original")).toBe(false);
    expect(await isKept(db, _id, "rejected")).toBe(false);
    const record = await collectionOf(importModel(db)).findOne({ _id });
    expect(record).toMatchObject({ status: "failed", error: "Roster could not finish this import." });
    expect(record?.lease).toBeUndefined();
  });

  it("leaves a failed import as it was: the same file takes it up again, and it can be undone", async () => {
    const { _id } = await failedImport();
    const before = await stateOf(db);
    await sweepOriginals(db, daysLater(31));
    const later = { actor: OWNER, now: () => daysLater(31) };
    expect(await previewUndo(db, _id, later)).toMatchObject({ report: { creators: 1 } });

    const [outcome] = await importFiles(db, [await inspectText(db, "euka", csvOf("euka", rows))], byTester);
    expect(outcome).toMatchObject({ record: { _id, status: "done" } });
    expect(await stateOf(db)).toEqual(before);
    expect(await isKept(db, _id, "original")).toBe(true);
  });

  it("leaves alone what somebody is taking up again", async () => {
    const { _id } = await failedImport();
    const lease = { owner: "elsewhere:1:a", until: daysLater(31.1) };
    await collectionOf(importModel(db)).updateOne({ _id }, { $set: { lease } });
    expect(await sweepOriginals(db, daysLater(31))).toBe(0);
    expect(await isKept(db, _id, "original")).toBe(true);
  });
});
