import { beforeEach, expect, it } from "vitest";
import { finishAskedUndo, takeUpAbandoned, undoImport } from "../../../core/imports/index.js";
import { testDatabase } from "../../support/database.js";
import { watched } from "../../support/make-crash.js";
import { byTester, emptyDatabase, importRows, makeBrands, NOW } from "../../support/make-imports.js";
import { stateOf } from "../../support/state.js";

const db = testDatabase();
const life = watched(db);
/** When the leases of a dead process have run out. */
const later = () => new Date(NOW.getTime() + 60_000);

beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
  await importRows(db, "euka", [{ handle: "mia", email: "mia@example.com" }]);
});

it("takes an import back, and a second time has nothing to say", async () => {
  expect(await finishAskedUndo(db, "1", byTester)).toMatchObject({ id: "1", creators: 1 });
  expect(await finishAskedUndo(db, "1", byTester)).toBeUndefined();
});

it("waits for whoever goes through with an undo that was cut off", async () => {
  life.dieAfter(2);
  await expect(undoImport(db, "1", byTester)).rejects.toThrow();
  await life.revive();

  // Asked for again before the lease has run out; meanwhile what was cut off is taken up.
  const asked = finishAskedUndo(db, "1", byTester);
  await takeUpAbandoned(db, { now: later });
  expect(await asked).toBeUndefined();
  expect((await stateOf(db)).creators).toEqual({});
});

it("says why an import cannot be taken back", async () => {
  await expect(finishAskedUndo(db, "7", byTester)).rejects.toMatchObject({ code: "not-found" });
});
