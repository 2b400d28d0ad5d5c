import { beforeEach, describe, expect, it } from "vitest";
import { recomputeStale } from "../../../core/imports/apply/withdraw-import.js";
import { foldExpired } from "../../../core/imports/fold-expired.js";
import { isKept, undoImport } from "../../../core/imports/index.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { emptyDatabase, importRows, makeBrands, NOW } from "../../support/make-imports.js";
import { stateOf } from "../../support/state.js";

const db = testDatabase();
const LATER = new Date(NOW.getTime() + 31 * 86_400_000);

beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
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

describe("foldExpired", () => {
  it("changes nothing that is computed, also when everything is computed again", async () => {
    await importThreeDays();
    const before = await stateOf(db);
    expect(await ids()).toHaveLength(5);

    expect(await foldExpired(db, { now: LATER })).toBe(3);

    expect(await ids()).toHaveLength(2);
    expect(await stateOf(db)).toEqual(before);
    await recomputeAll();
    expect(await stateOf(db)).toEqual(before);
  });

  it("drops the originals, and refuses to undo what they were", async () => {
    const id = await importThreeDays();
    expect(await isKept(db, id, "original")).toBe(true);
    await foldExpired(db, { now: LATER });
    expect(await isKept(db, id, "original")).toBe(false);
    await expect(undoImport(db, id, { actor: OWNER, now: () => LATER })).rejects.toMatchObject({ code: "refused" });
  });

  it("leaves alone what can still be undone, by --undo-days too", async () => {
    const id = await importThreeDays();
    expect(await foldExpired(db, { now: LATER, undoDays: 40 })).toBe(0);
    await undoImport(db, id, { actor: OWNER, now: () => LATER });
    const mia = await db.collection("creators").findOne({ handle: "mia" });
    expect(mia).toMatchObject({ email: "mia@b.com" });
  });

  it("folds what comes later into what is folded already, and does it twice without harm", async () => {
    await importThreeDays();
    await foldExpired(db, { now: LATER });
    await importRows(db, "euka", [{ handle: "mia", phone: "+1 (415) 555-0199", gmv: "$40" }], { asOf: "2026-02-01" });
    const before = await stateOf(db);
    await foldExpired(db, { now: LATER });
    await foldExpired(db, { now: LATER });
    await recomputeAll();
    expect(await stateOf(db)).toEqual(before);
    expect(await ids()).toHaveLength(2);
  });
});
