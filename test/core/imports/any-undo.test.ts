import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { withdrawImport } from "../../../core/imports/apply/withdraw-import.js";
import { testDatabase } from "../../support/database.js";
import { account, edits } from "../../support/make-account.js";
import { watched } from "../../support/make-crash.js";
import {
  emptyDatabase,
  inOrder,
  type MadeImport,
  makeBrands,
  makeEdits,
  NOW,
  runMade,
  runnableMade,
  startWith,
} from "../../support/make-imports.js";
import { check, PROPERTY_TIMEOUT } from "../../support/properties.js";
import { stateOf } from "../../support/state.js";

const db = testDatabase();
const life = watched(db);
beforeAll(async () => {
  await makeBrands(db);
});

const someUndone = account({ minLength: 1, maxLength: 6 }).chain((imports) =>
  fc.tuple(fc.constant(imports), fc.shuffledSubarray(imports, { minLength: 1 }), edits({ minLength: 0, maxLength: 3 })),
);

const without = (imports: readonly MadeImport[], gone: readonly MadeImport[]) =>
  imports.filter((made) => !gone.includes(made));

describe("undo", () => {
  it(
    "gives the state in which the imports were never accepted, plus what people did",
    async () => {
      await check(
        fc.asyncProperty(someUndone, async ([imports, undone, made]) => {
          await startWith(db, without(imports, undone), made);
          const expected = await stateOf(db);

          await startWith(db, imports, made);
          for (const { seq } of undone) await withdrawImport(db, seq, NOW);
          expect(await stateOf(db)).toEqual(expected);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "of everything leaves nothing where people changed nothing",
    async () => {
      await check(
        fc.asyncProperty(someUndone, async ([imports]) => {
          await startWith(db, imports);
          for (const { seq } of imports) await withdrawImport(db, seq, NOW);
          expect(await stateOf(db)).toEqual({
            creators: {},
            brandCreators: {},
            samples: {},
            videos: {},
            products: {},
            snapshots: {},
          });
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "can be followed by taking the imports in again",
    async () => {
      await check(
        fc.asyncProperty(someUndone, async ([imports, undone, made]) => {
          const again = undone.map((one) => ({ ...one, seq: one.seq + 100 }));
          await emptyDatabase(db);
          await makeEdits(db, made);
          await inOrder(db, [...without(imports, undone), ...again]);
          const expected = await stateOf(db);

          await startWith(db, imports, made);
          for (const { seq } of undone) await withdrawImport(db, seq, NOW);
          await inOrder(db, again);
          expect(await stateOf(db)).toEqual(expected);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "gives the same state when the process dies at any write and it is taken up again",
    async () => {
      await check(
        fc.asyncProperty(someUndone, fc.nat(25), fc.nat(15), async ([imports, [gone], made], first, second) => {
          const undone = gone as MadeImport;
          await startWith(db, without(imports, [undone]), made);
          const expected = await stateOf(db);

          await startWith(db, imports, made);
          for (const writes of [first, second, Number.POSITIVE_INFINITY]) {
            life.dieAfter(writes);
            await withdrawImport(db, undone.seq, NOW).catch(() => undefined);
            await life.revive();
          }
          expect(await stateOf(db)).toEqual(expected);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "gives the same state beside imports that run at once",
    async () => {
      await check(
        fc.asyncProperty(account({ minLength: 2, maxLength: 5 }), fc.nat(3), async (imports, kept) => {
          const [before, beside] = [imports.slice(0, kept + 1), imports.slice(kept + 1)];
          const [undone] = before as [MadeImport];
          await startWith(db, without(imports, [undone]));
          const expected = await stateOf(db);

          await startWith(db, before);
          const runnable = await Promise.all(beside.map((made) => runnableMade(db, made)));
          await Promise.all([withdrawImport(db, undone.seq, NOW), ...runnable.map((one) => runMade(db, [one]))]);
          expect(await stateOf(db)).toEqual(expected);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );
});
