import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";
import { countDocuments, fixture, makeFile, makeFolder } from "./account.js";

const connection = testDatabase();
const GOOD = "handle,email\nmia,mia@example.com\n";

describe("roster import of a file that cannot be taken in", () => {
  it.each([
    ["picture.csv", /^picture\.csv: This is a PNG picture\. Drop the table itself, as CSV or XLSX\.\n$/],
    ["empty.csv", /^empty\.csv: The file is empty\. Export it again\.\n$/],
    [
      "euka-header-only.csv",
      /^euka-header-only\.csv, line 1: There is no row below the header\. Export it again, with rows\.\n$/,
    ],
    ["euka-quote-never-closed.csv", /^euka-quote-never-closed\.csv, line 3: a quote opens here and is never closed/],
    [
      "euka-misspelt-handle.csv",
      /^euka-misspelt-handle\.csv, line 1: .*`handle` is missing\. Did you mean column "Handel"\?/,
    ],
    ["fits-two-sources.csv", /It fits phones and refunnel equally: say which by --as phones or --as refunnel\.\n$/],
    ["affiliate-orders.csv", /^affiliate-orders\.csv: These are affiliate orders of TikTok Shop\./],
    ["samples-both-day-orders.csv", /^samples-both-day-orders\.csv, line 4: column "Created Time"/],
  ])("%s", async (name, words) => {
    const { code, stdout, stderr } = await roster("import", fixture(name));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(words);
  });

  it("says of a table without anything like a handle how its columns are told", async () => {
    const path = makeFile("stock.csv", "Shelf,Bin\n1,2\n");
    const { code, stderr } = await roster("import", path);
    expect(code).toBe(1);
    expect(stderr).toContain("stock.csv: No column of a known table is in it.");
    expect(stderr).toContain("  Its columns are: Shelf, Bin.\n");
    expect(stderr).toContain(`    npm run -s roster -- import ${path} --map Shelf=handle --map-name stock\n`);
  });

  it("says of a broken download that it is no workbook", async () => {
    const { stderr } = await roster("import", makeFile("list.xlsx", "Service Unavailable\n"));
    expect(stderr).toBe(
      "list.xlsx: It is named as an XLSX workbook and is none. Open it in a spreadsheet program, and save it as XLSX or CSV.\n",
    );
  });

  it("names a path that is empty", async () => {
    const { code, stderr } = await roster("import", "");
    expect({ code, stderr }).toEqual({ code: 2, stderr: "Expected the path of a file; got an empty one.\n" });
  });

  it("names a file that is not there, and a folder", async () => {
    const dir = makeFolder();
    const missing = join(dir, "nope.csv");
    expect(await roster("import", missing)).toEqual({
      code: 2,
      stdout: "",
      stderr: `${missing}: there is no such file. Check its name and its folder.\n`,
    });
    const { code, stderr } = await roster("import", dir);
    expect(code).toBe(2);
    expect(stderr).toBe(`${dir} is a folder: name the files in it, such as ${dir}/*.csv.\n`);
  });

  it("tells the mistakes of all files together, and imports none of them", async () => {
    const files = [fixture("picture.csv"), makeFile("good.csv", GOOD), fixture("empty.csv"), "nope.csv"];
    const { code, stdout, stderr } = await roster("import", ...files);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/nope\.csv[\s\S]*picture\.csv[\s\S]*empty\.csv/);
    expect(stderr).toMatch(/\n3 of 4 files cannot be taken in\. Nothing was imported\.\n$/);
    expect(await countDocuments(connection)).toEqual({ brands: 1 });
  });

  it("tells a mistake that all files share once", async () => {
    const files = [makeFile("a.csv", GOOD), makeFile("b.csv", `${GOOD}sam,sam@example.com\n`)];
    const { code, stderr } = await roster("import", ...files, "--as", "eukka");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^There is no source "eukka"\..*\nNone of the 2 files can be taken in\. Nothing was imported\.\n$/,
    );
  });
});

describe("wrong usage of roster import", () => {
  it.each([
    ["--as-of yesterday", /Expected a day such as 2026-03-01/],
    ["--as-of 2026-02-30", /Expected a day such as 2026-03-01/],
    ["--as-of 2999-01-01", /This day is still to come/],
    ["--window 0", /Expected a number of days, such as 30, or lifetime/],
    ["--window month", /Expected a number of days, such as 30, or lifetime/],
    ["--brnad glow", /unknown option '--brnad'\n\(Did you mean --brand\?\)/],
    ["--map Creator=handle", /Expected --map and --map-name together/],
    ["--map Creator --map-name x", /--map: expected header=field, such as "Creator=handle"; got "Creator"/],
    ["--map a=handle --map-name x --as euka", /Expected --as or --map; got both/],
  ])("%s", async (line, words) => {
    const { code, stdout, stderr } = await roster("import", makeFile("good.csv", GOOD), ...line.split(" "));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(words);
  });

  it("needs a file", async () => {
    const { code, stderr } = await roster("import");
    expect(code).toBe(2);
    expect(stderr).toMatch(/missing required argument 'file'/);
  });

  it("lists the brands there are when it does not know one", async () => {
    const { code, stderr } = await roster("import", makeFile("good.csv", GOOD), "--brand", "glwo");
    expect(code).toBe(1);
    expect(stderr).toBe('There is no brand "glwo". The brands are: default.\n');
  });
});
