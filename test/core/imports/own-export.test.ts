import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../../core/access/index.js";
import { forgetCreator } from "../../../core/forget/index.js";
import { importFiles, inspectFile } from "../../../core/imports/index.js";
import { exportHeading, exportLine, streamRecords } from "../../../core/lists/index.js";
import { csvLine } from "../../../core/text/csv-line.js";
import { OWNER, VIEWER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { textFile } from "../../support/make.js";
import { account, edits } from "../../support/make-account.js";
import {
  brandBy,
  byTester,
  emptyDatabase,
  importText,
  makeBrands,
  NOW,
  numberFrom,
  startWith,
} from "../../support/make-imports.js";
import { check, PROPERTY_TIMEOUT } from "../../support/properties.js";
import { creatorBy, dumpOf, linkOf } from "../../support/state.js";

const db = testDatabase();
beforeAll(async () => {
  await makeBrands(db);
});

/** What `find --csv` writes. */
async function exported(brandId = "default", actor: Actor = OWNER): Promise<string> {
  const form = { currency: "USD", zone: "America/New_York" };
  let text = `\uFEFF${exportHeading("creators", form)}`;
  const question = { list: "creators", query: "", brandId, zone: form.zone, now: NOW, actor } as const;
  for await (const row of streamRecords(db, question)) text += exportLine("creators", row, form);
  return text;
}

async function takeIn(text: string, brandId = "default") {
  const inspected = await inspectFile(db, textFile(text, "export.csv"), { brand: await brandBy(db, brandId) }, NOW);
  const [outcome] = await importFiles(db, [inspected], byTester);
  if (outcome === undefined || !("record" in outcome)) throw new Error("not taken in");
  return outcome.record;
}

/** Everything that is stored but the import itself. */
async function stored() {
  const { imports, counters, "originals.files": _, "originals.chunks": _chunks, ...others } = await dumpOf(db);
  return others;
}

const someExport = fc.tuple(
  account({ minLength: 1, maxLength: 5 }),
  edits({ minLength: 0, maxLength: 3 }),
  fc.constantFrom("default", "rosy", "all"),
  fc.constantFrom("default", "rosy"),
  fc.constantFrom(OWNER, VIEWER),
);

describe("an export of Roster's own", () => {
  it(
    "changes nothing when it is imported again, whoever made it and whatever brand it is imported for",
    async () => {
      await check(
        fc.asyncProperty(someExport, async ([imports, made, brandId, into, actor]) => {
          await startWith(db, imports, made);
          await numberFrom(db, 100);
          const text = await exported(brandId, actor);
          const before = await stored();
          const { status, source, mapping, report } = await takeIn(text, into);
          expect({ status, source, mapping: mapping?.name }).toEqual({
            status: "done",
            source: "mapped",
            mapping: "Roster export",
          });
          expect(report).toMatchObject({ rejected: 0, rejectedValues: 0, creators: { new: 0, known: 0, filled: 0 } });
          expect(await stored()).toEqual(before);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  describe("with a cell that somebody changed", () => {
    beforeEach(async () => {
      await emptyDatabase(db);
      await importText(
        db,
        "euka",
        'handle,email,phone,address\nmia.glow,mia@example.com,(832) 555-0159,"12 Main St, Boston, MA 02134"\nleo,,,\n007,z@example.com,,\n',
        { asOf: "2026-01-05" },
      );
    });

    /** The export after somebody had it in a spreadsheet. */
    async function changed(change: (rows: Record<string, string>[]) => Record<string, string>[]): Promise<string> {
      const rows = change(parse(await exported(), { bom: true, columns: true }));
      const headers = Object.keys(rows[0] ?? {});
      return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ""))].map(csvLine).join("");
    }

    it("takes it as another value, and nothing else as news", async () => {
      const leo = await creatorBy(db, "@leo");
      const text = await changed((rows) =>
        rows.map((row) =>
          row.Handle === "mia.glow" ? { ...row, "E-mail": "new@example.com", Followers: "1200" } : row,
        ),
      );
      const { report } = await takeIn(text);
      expect(report).toMatchObject({ creators: { new: 0, known: 1, alternatives: 1 }, snapshots: { new: 1 } });
      const mia = await creatorBy(db, "@mia.glow");
      expect(mia).toMatchObject({ email: "mia@example.com", alternatives: 1, followers: 1200 });
      expect(mia.values.email).toMatchObject([{ source: "euka" }, { value: "new@example.com", source: "mapped" }]);
      expect(mia.values.phone).toMatchObject([{ source: "euka" }]);
      expect(await linkOf(db, "@mia.glow")).toMatchObject({ sources: ["euka", "mapped"] });
      expect(await creatorBy(db, "@leo")).toEqual(leo);
    });

    it("fills what was missing, and takes a row of somebody new as a whole", async () => {
      const text = await changed((rows) => [
        ...rows.map((row) => (row.Handle === "leo" ? { ...row, "E-mail": "leo@example.com" } : row)),
        { ...rows.find(({ Handle }) => Handle === "mia.glow"), Handle: "mia.twin" },
      ]);
      expect((await takeIn(text)).report).toMatchObject({ creators: { new: 1, known: 1 } });
      expect(await creatorBy(db, "@leo")).toMatchObject({ email: "leo@example.com" });
      expect(await creatorBy(db, "@mia.twin")).toMatchObject({ email: "mia@example.com", phone: "+18325550159" });
    });

    it("knows its own words after a spreadsheet: sorted, other columns gone, zeros and signs eaten", async () => {
      const before = await stored();
      const text = await changed((rows) =>
        [...rows].reverse().map(({ Country, "First name": _, ...row }) => ({
          Extra: "a note of mine",
          ...row,
          ZIP: (row.ZIP ?? "").replace(/^0/, ""),
          Phone: (row.Phone ?? "").replace(/^'\+/, ""),
          "E-mail": ` ${row["E-mail"]?.toUpperCase()} `,
        })),
      );
      expect(text).toContain(",2134,");
      await takeIn(text);
      expect(await stored()).toEqual(before);
    });

    it("rejects the row of somebody who was forgotten since, changed or not", async () => {
      const text = await exported();
      await forgetCreator(db, "mia.glow", { actor: OWNER, now: NOW });
      expect((await takeIn(text)).report).toMatchObject({ rows: 3, rejected: 1, creators: { new: 0, known: 0 } });
    });

    it("keeps an address together when a part of it changed", async () => {
      await takeIn(
        await changed((rows) =>
          rows.map((row) => (row.City === "" ? row : { ...row, "Address, line 1": "9 Oak Ave" })),
        ),
      );
      expect((await creatorBy(db, "@mia.glow")).values.address).toMatchObject([
        { value: { line1: "12 Main St" } },
        { value: { line1: "9 Oak Ave", city: "Boston", state: "MA", zip: "02134", country: "US" } },
      ]);
    });
  });
});
