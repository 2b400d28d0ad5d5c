import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { recomputeStale } from "../../../core/creators/recompute-stale.js";
import { forgetCreator } from "../../../core/forget/index.js";
import { foldExpired } from "../../../core/imports/fold-expired.js";
import { isKept, setUndoDays, undoImport } from "../../../core/imports/index.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { sightingModel } from "../../../core/sightings/sighting-model.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { account, edits } from "../../support/make-account.js";
import { watched } from "../../support/make-crash.js";
import { emptyDatabase, importRows, makeBrands, NOW, startWith } from "../../support/make-imports.js";
import { check, PROPERTY_TIMEOUT } from "../../support/properties.js";
import { stateOf } from "../../support/state.js";

const db = testDatabase();
const life = watched(db);
const LATER = new Date(NOW.getTime() + 31 * 86_400_000);

beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
  await db.collection("settings").deleteMany({});
});

const ids = async () => (await db.collection<{ _id: string }>("sightings").find().toArray()).map(({ _id }) => _id);

/** Marks every creator as to be computed from what is left of its sightings. */
async function recomputeAll(): Promise<void> {
  await db.collection("creators").updateMany({}, { $set: { stale: true } });
  await recomputeStale(db, NOW);
}

async function importThreeDays(): Promise<string> {
  const first = await importRows(
    db,
    "euka",
    [
      { handle: "mia", email: "mia@a.com", gmv: "$10" },
      { handle: "ben", phone: "+1 (415) 555-0100" },
    ],
    { asOf: "2026-01-01" },
  );
  await importRows(
    db,
    "euka",
    [
      { handle: "mia", email: "mia@b.com", gmv: "$20" },
      { handle: "ben", phone: "+1 (415) 555-0100", email: "ben@a.com" },
    ],
    { asOf: "2026-01-02" },
  );
  await importRows(db, "euka", [{ handle: "mia", email: "MIA@A.com", gmv: "$30" }], { asOf: "2026-01-03" });
  return first._id;
}

/** Folds, and is killed when the database has done so many parts of a bulk write. */
async function foldIn(operations: number): Promise<void> {
  const sightings = collectionOf(sightingModel(db));
  const { bulkWrite } = sightings;
  sightings.bulkWrite = async (all, options) => {
    await bulkWrite.call(sightings, all.slice(0, operations), options);
    throw new Error("the process is dead");
  };
  await foldExpired(db, LATER).catch(() => undefined);
  sightings.bulkWrite = bulkWrite;
}

/** Sightings that stay apart, because the day decides whom their handle means. */
async function contestedSightings(): Promise<number> {
  const contested = await db.collection("creators").distinct("contested");
  return db
    .collection("sightings")
    .countDocuments({ key: { $in: contested.map((handle) => `@${handle}`) }, folded: { $exists: false } });
}

describe("foldExpired", () => {
  it("changes nothing that is computed, also when everything is computed again", async () => {
    await importThreeDays();
    const before = await stateOf(db);
    expect(await ids()).toHaveLength(5);

    expect(await foldExpired(db, LATER)).toBe(3);

    expect(await ids()).toHaveLength(2);
    expect(await stateOf(db)).toEqual(before);
    await recomputeAll();
    expect(await stateOf(db)).toEqual(before);
  });

  it("drops the originals, and refuses to undo what they were", async () => {
    const id = await importThreeDays();
    expect(await isKept(db, id, "original")).toBe(true);
    await setUndoDays(db, 20);
    await foldExpired(db, LATER);
    expect(await isKept(db, id, "original")).toBe(false);
    await expect(undoImport(db, id, { actor: OWNER, now: () => LATER })).rejects.toMatchObject({
      code: "refused",
      say: "Import 1 is too old to be undone: it was taken in on 2026-03-01, and its original went on 2026-04-01. Imports can be undone for 20 days.",
    });
  });

  it("leaves alone what can still be undone, for as many days as are set", async () => {
    const id = await importThreeDays();
    await setUndoDays(db, 40);
    expect(await foldExpired(db, LATER)).toBe(0);
    await undoImport(db, id, { actor: OWNER, now: () => LATER });
    const mia = await db.collection("creators").findOne({ handle: "mia" });
    expect(mia).toMatchObject({ email: "mia@b.com" });
  });

  it(
    "gives the same state when the process dies at any write, or within one, and it is run again",
    async () => {
      await check(
        fc.asyncProperty(
          account({ minLength: 2, maxLength: 6 }),
          edits({ minLength: 0, maxLength: 2 }),
          fc.nat(8),
          fc.nat(6),
          async (imports, made, writes, operations) => {
            await startWith(db, imports, made);
            await db.collection("imports").updateMany({}, { $set: { status: "done", acceptedAt: NOW } });
            const before = await stateOf(db);

            life.dieAfter(writes);
            await foldExpired(db, LATER).catch(() => undefined);
            await life.revive();
            await foldIn(operations);
            expect(await stateOf(db)).toEqual(before);

            await foldExpired(db, LATER);
            await recomputeAll();
            expect(await stateOf(db)).toEqual(before);
            expect(await db.collection("sightings").countDocuments({ folded: { $exists: false } })).toBe(
              await contestedSightings(),
            );
          },
        ),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it("brings nobody back who is forgotten meanwhile", async () => {
    for (let writes = 0, isOver = false; !isOver; writes += 1) {
      await emptyDatabase(db);
      await importThreeDays();
      isOver = true;
      life.holdUpAfter(writes, async () => {
        isOver = false;
        await forgetCreator(db, "mia", { actor: OWNER, now: LATER });
      });
      await foldExpired(db, LATER);
      await life.revive();
      if (isOver) continue;
      expect(await ids(), `forgotten before write ${writes + 1}`).not.toContainEqual(expect.stringContaining("@mia"));
      await recomputeAll();
      expect(await db.collection("creators").distinct("handle")).toEqual(["ben"]);
    }
  });

  it("folds what comes later into what is folded already, and does it twice without harm", async () => {
    await importThreeDays();
    await foldExpired(db, LATER);
    await importRows(db, "euka", [{ handle: "mia", phone: "+1 (415) 555-0199", gmv: "$40" }], { asOf: "2026-02-01" });
    const before = await stateOf(db);
    await foldExpired(db, LATER);
    await foldExpired(db, LATER);
    await recomputeAll();
    expect(await stateOf(db)).toEqual(before);
    expect(await ids()).toHaveLength(2);
  });
});
