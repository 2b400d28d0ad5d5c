import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { runImports } from "../../../core/imports/apply/run-imports.js";
import { withdrawImport } from "../../../core/imports/apply/withdraw-import.js";
import { testDatabase } from "../../support/database.js";
import { inBatchesOf } from "../../support/in-batches.js";
import { account } from "../../support/make-account.js";
import { watched } from "../../support/make-crash.js";
import {
  emptyDatabase,
  inOrder,
  type MadeImport,
  makeBrands,
  NOW,
  now,
  runMade,
  runnableMade,
} from "../../support/make-imports.js";
import { check, PROPERTY_TIMEOUT } from "../../support/properties.js";
import { stateOf } from "../../support/state.js";

const db = testDatabase();
const life = watched(db);
beforeAll(async () => {
  await makeBrands(db);
});

async function stateAfter(work: () => Promise<void>, options?: { provenance: boolean }) {
  await emptyDatabase(db);
  await work();
  return stateOf(db, options);
}

const shuffled = (size: { minLength: number; maxLength: number }) =>
  account(size).chain((imports) =>
    fc.tuple(fc.constant(imports), fc.shuffledSubarray(imports, { minLength: imports.length })),
  );

describe("accepted imports", () => {
  it(
    "give one state in whatever order they are applied",
    async () => {
      await check(
        fc.asyncProperty(shuffled({ minLength: 2, maxLength: 6 }), async ([imports, order]) => {
          const expected = await stateAfter(() => inOrder(db, imports));
          expect(await stateAfter(() => inOrder(db, order))).toEqual(expected);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "give one state when they are run together, as files dropped together are",
    async () => {
      await check(
        fc.asyncProperty(account({ minLength: 2, maxLength: 6 }), async (imports) => {
          const expected = await stateAfter(() => inOrder(db, imports));
          const together = async () => {
            await runMade(db, await Promise.all(imports.map((made) => runnableMade(db, made))));
          };
          expect(await stateAfter(together)).toEqual(expected);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "give one state, and one report each, when nearly nothing of a file fits into memory",
    async () => {
      await check(
        fc.asyncProperty(account({ minLength: 1, maxLength: 4 }), fc.nat(3), async (imports, size) => {
          const run = async (divided: boolean) => {
            const runnable = await Promise.all(imports.map((made) => runnableMade(db, made)));
            if (!divided) return runMade(db, runnable);
            const rowByRow = runnable.map(({ record, open }) => ({
              record,
              open: async () => inBatchesOf(1, await open()),
            }));
            return runMade(db, rowByRow, size);
          };
          const reports: Awaited<ReturnType<typeof run>>[] = [];
          const expected = await stateAfter(async () => void reports.push(await run(false)));
          expect(await stateAfter(async () => void reports.push(await run(true)))).toEqual(expected);
          expect(reports[1]).toEqual(reports[0]);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "give one state when they are applied at once",
    async () => {
      await check(
        fc.asyncProperty(account({ minLength: 2, maxLength: 5 }), async (imports) => {
          const expected = await stateAfter(() => inOrder(db, imports));
          const atOnce = async () => {
            const runnable = await Promise.all(imports.map((made) => runnableMade(db, made)));
            await Promise.all(runnable.map((one) => runMade(db, [one])));
          };
          expect(await stateAfter(atOnce)).toEqual(expected);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "change nothing when they are applied again",
    async () => {
      await check(
        fc.asyncProperty(shuffled({ minLength: 1, maxLength: 4 }), async ([imports, order]) => {
          const expected = await stateAfter(() => inOrder(db, imports));
          await inOrder(db, order);
          expect(await stateOf(db)).toEqual(expected);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "give one state, whose lines they are aside, when a file is split into several",
    async () => {
      await check(
        fc.asyncProperty(
          account({ minLength: 1, maxLength: 4 }),
          fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
          async (imports, cuts) => {
            const whole = await stateAfter(() => inOrder(db, imports), { provenance: false });
            const parts = imports.flatMap((made, place) => {
              const cut = cuts[place] ?? 0;
              const [first, second] = [made.rows.slice(0, cut), made.rows.slice(cut)];
              return [
                { ...made, seq: 2 * made.seq, rows: first },
                { ...made, seq: 2 * made.seq + 1, rows: second },
              ].filter(({ rows }) => rows.length > 0);
            });
            expect(await stateAfter(() => inOrder(db, parts), { provenance: false })).toEqual(whole);
          },
        ),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    "give one state when the process dies at any write and they are resumed",
    async () => {
      await check(
        fc.asyncProperty(
          account({ minLength: 1, maxLength: 4 }),
          fc.nat(40),
          fc.nat(40),
          async (imports, first, second) => {
            const expected = await stateAfter(() => inOrder(db, imports));
            const cutOff = async () => {
              const last = imports.at(-1) as MadeImport;
              await inOrder(db, imports.slice(0, -1));
              life.dieAfter(first);
              await inOrder(db, [last]).catch(() => undefined);
              await life.revive();
              for (const writes of [second, Number.POSITIVE_INFINITY]) {
                life.dieAfter(writes);
                await resume(last).catch(() => undefined);
                await life.revive();
              }
            };
            expect(await stateAfter(cutOff)).toEqual(expected);
          },
        ),
      );
    },
    PROPERTY_TIMEOUT,
  );
});

async function resume(made: MadeImport): Promise<void> {
  await withdrawImport(db, made.seq, NOW);
  await runImports(db, [await runnableMade(db, made)], { now, checkLease: async () => undefined });
}
