import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type ImportReport, importFiles, previewImport } from "../../../core/imports/index.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { inBatchesOf } from "../../support/in-batches.js";
import { account, edits } from "../../support/make-account.js";
import { watched } from "../../support/make-crash.js";
import {
  byTester,
  inspectMade,
  type MadeImport,
  makeBrands,
  NOW,
  numberFrom,
  startWith,
} from "../../support/make-imports.js";
import { dumpOf } from "../../support/state.js";

const db = testDatabase();
const life = watched(db);
const RUNS = Number(process.env.RUNS ?? 12);

beforeAll(async () => {
  await makeBrands(db);
});

/** Time aside. */
const numbersOf = ({ seconds: _, ...numbers }: ImportReport) => numbers;

describe("previewImport", () => {
  it("writes nothing, and says what the import that follows reports", async () => {
    await fc.assert(
      fc.asyncProperty(
        account({ minLength: 1, maxLength: 5 }),
        edits({ minLength: 0, maxLength: 2 }),
        async (imports, made) => {
          const last = imports.at(-1) as MadeImport;
          await startWith(db, imports.slice(0, -1), made);
          await numberFrom(db, last.seq);
          const before = await dumpOf(db);

          const file = await inspectMade(db, last);
          // Killed at any moment, it leaves nothing: it does not write at all.
          life.dieAfter(0);
          const { report } = await previewImport(db, file, { actor: OWNER, now: NOW });
          const rowByRow = { ...file, table: inBatchesOf(1, file.table) };
          for (const size of [1, 3]) {
            const inWindows = await previewImport(db, rowByRow, { actor: OWNER, now: NOW, size });
            expect(inWindows.report).toEqual(report);
          }
          await life.revive();
          expect(await dumpOf(db)).toEqual(before);

          const [outcome] = await importFiles(db, [file], byTester);
          if (outcome === undefined || "known" in outcome) throw new Error("not taken in");
          expect(numbersOf(report)).toEqual(numbersOf(outcome.record.report as ImportReport));
        },
      ),
      { numRuns: RUNS },
    );
  }, 600_000);
});
