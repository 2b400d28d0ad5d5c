import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { importModel, takeUpAbandoned, undoImport } from "../../../core/imports/index.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { account } from "../../support/make-account.js";
import { watched } from "../../support/make-crash.js";
import {
  importMade,
  type MadeImport,
  makeBrands,
  NOW,
  now,
  numberFrom,
  startWith,
} from "../../support/make-imports.js";
import { check, PROPERTY_TIMEOUT } from "../../support/properties.js";
import { stateOf } from "../../support/state.js";

const db = testDatabase();
const life = watched(db);
/** When the leases of a dead process have run out. */
const later = () => new Date(NOW.getTime() + 60_000);

beforeAll(async () => {
  await makeBrands(db);
});

const recordOf = (id: string) => collectionOf(importModel(db)).findOne({ _id: id });

describe("an undo that is killed at any write", () => {
  it(
    "of a file that was undone and taken in again, is finished by whoever takes it up",
    async () => {
      await check(
        fc.asyncProperty(
          account({ minLength: 1, maxLength: 4 }),
          fc.nat(25),
          fc.nat(15),
          async (imports, first, second) => {
            const last = imports.at(-1) as MadeImport;
            await startWith(db, imports.slice(0, -1));
            await collectionOf(importModel(db)).updateMany({}, { $set: { status: "done" } });
            const expected = await stateOf(db);
            await numberFrom(db, last.seq);

            const once = await importMade(db, last);
            await undoImport(db, once._id, { actor: OWNER, now });
            const again = await importMade(db, last);
            expect(again._id).not.toBe(once._id);

            life.dieAfter(first);
            await undoImport(db, again._id, { actor: OWNER, now }).catch(() => undefined);
            await life.revive();
            life.dieAfter(second);
            await takeUpAbandoned(db, { now: later }).catch(() => undefined);
            await life.revive();
            await takeUpAbandoned(db, { now: () => new Date(later().getTime() + 60_000) });

            expect(await stateOf(db)).toEqual(expected);
            const undone = await recordOf(again._id);
            expect(undone).toMatchObject({ status: "undone", undone: { by: OWNER.id } });
            expect(undone).not.toHaveProperty("sameFile");
            expect(await recordOf(once._id)).toMatchObject({ status: "undone" });
            expect((await importMade(db, last)).status).toBe("done");
          },
        ),
      );
    },
    PROPERTY_TIMEOUT,
  );
});
