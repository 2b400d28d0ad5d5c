import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";
import { importsOf, makeFile, makeFolder } from "./account.js";

testDatabase();

const EUKA = `handle,email,phone,address,gmv all time
mia.glow,mia@example.com,(832) 555-0159,"12 Main St, Boston, MA 02134",12345.67
ana.one,ana@example.com,,,20
007,,,,5
1e5,,,,4
20240101,,,,3
`;
const SAMPLES = `Order ID,Order Status,SKU ID,Buyer Username,Product Name,Quantity,Created Time
5760000000000000123,Delivered,1729000000000000001,mia.glow,=HYPERLINK("http://x"),2,2026-02-01
5760000000000000124,Shipped,1729000000000000001,ana.one,Glow Serum,1,2026-02-09
`;
const VIDEOS = `Video link,Video title,Post date,GMV,Affiliate CTR
https://www.tiktok.com/@mia.glow/video/7310045632098765432,"@serum, unboxed",2026-02-10,$99.50,5.93%
`;

beforeAll(async () => {
  const dir = makeFolder();
  const files = [makeFile("e.csv", EUKA, dir), makeFile("s.csv", SAMPLES, dir), makeFile("v.csv", VIDEOS, dir)];
  expect(await roster("import", ...files, "--yes", "--as-of", "2026-03-01")).toMatchObject({ code: 0 });
});

describe("roster find", () => {
  it("lists what fits, in order, and says how many there are", async () => {
    const { code, stdout } = await roster("find", "gmv:>4", "--limit", "2");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Creator\s+GMV\s+Samples\s+Videos\s+Last video\s+Status\n@mia\.glow\s+\$12,345\.67/);
    expect(stdout).toMatch(/\n3 creators; 2 rows shown\. Go on: --cursor \S+\n$/);
  });

  it("goes on where a page ended", async () => {
    const first = JSON.parse((await roster("find", "", "--limit", "4", "--json")).stdout);
    expect(first).toMatchObject({ total: 5, rows: [{ handle: "mia.glow" }, {}, {}, {}], next: expect.any(String) });
    const { stdout } = await roster("find", "", "--limit", "4", "--json", "--cursor", first.next);
    expect(JSON.parse(stdout)).toMatchObject({ total: 5, rows: [{ handle: "20240101" }], next: null });
  });

  it("lists samples and videos too, by --of and --sort", async () => {
    expect((await roster("find", "", "--of", "samples", "--sort", "ordered-asc")).stdout).toMatch(
      /Ordered .*\n2026-02-01 .*\n2026-02-09 /,
    );
    const { stdout } = await roster("find", "by:(gmv:>1k)", "--of", "videos", "--json");
    expect(JSON.parse(stdout).rows).toMatchObject([{ videoId: "7310045632098765432", gmvCents: 9_950, ctr: 0.0593 }]);
  });

  it("takes a query that begins with -, with and without --", async () => {
    const handles = async (...args: string[]) => {
      const { stdout, code } = await roster("find", ...args, "--json");
      expect(code).toBe(0);
      return JSON.parse(stdout).rows.map(({ handle }: { handle: string }) => handle);
    };
    expect(await handles("-has:email", "--sort", "handle")).toEqual(["007", "1e5", "20240101"]);
    expect(await handles("--limit", "1", "-has:email sort:handle")).toEqual(["007"]);
    const { stdout } = await roster("find", "--json", "--", "-has:email");
    expect(JSON.parse(stdout).total).toBe(3);
  });

  it("shows examples that work", async () => {
    const { stdout } = await roster("find", "--help");
    const examples = [...stdout.matchAll(/^ {2}find "([^"]+)"(.*)$/gm)];
    expect(examples.length).toBeGreaterThan(3);
    const folder = makeFolder();
    for (const [, query = "", rest = ""] of examples) {
      const words = rest.trim().split(/\s+/).filter(Boolean);
      const args = words.map((word) => (word.endsWith(".csv") ? join(folder, word) : word));
      expect(await roster("find", query, ...args)).toMatchObject({ code: 0, stderr: "" });
    }
  });

  it("says so when nothing fits", async () => {
    expect(await roster("find", "tag:vip")).toMatchObject({ code: 0, stdout: "No creators match.\n" });
  });

  it.each([
    [["bagde:gold"], 'bagde:gold\n^^^^^^\nThere is no field bagde:. Did you mean "badge:"?\n'],
    [["gmv:>5k", "--sort", "folowers"], 'Did you mean "followers"?'],
    [["sort:bla"], 'The list cannot be sorted by "bla"; it can by handle, '],
    [["sort:folowers-acs"], 'Did you mean "followers-asc"?'],
    [["", "--lmit", "5"], "There is no option --lmit. Did you mean --limit?"],
    [["gmv:>4", "has:email"], 'One of several words goes into quotes: find "gmv:>4 has:email"'],
    [["", "--columns", "handle"], "--columns chooses what --csv FILE writes"],
    [["", "--csv", "/tmp/none.csv", "--cursor", "x"], "--cursor is for the screen"],
    [["", "--csv", "/tmp/none.csv", "--count"], "--count is for the screen"],
    [["", "--csv", "/tmp/none.csv", "--columns", "handle,emial"], 'no column "emial". Did you mean email?'],
    [["", "--limit", "0"], "Expected a number from 1 to 1000"],
    [["", "--of", "people"], "Allowed choices are creators, samples, videos"],
    [["", "--cursor", "x"], "This cursor is not of this list"],
  ])("answers %j with what is wrong", async (args, words) => {
    const { code, stdout, stderr } = await roster("find", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });

  it("knows no brand that there is not", async () => {
    expect(await roster("find", "", "--brand", "nobrand")).toMatchObject({ code: 1 });
    expect(await roster("find", "", "--brand", "all")).toMatchObject({ code: 0 });
  });
});

describe("roster find --csv", () => {
  async function exported(...args: string[]): Promise<{ text: string; rows: Record<string, string>[] }> {
    const file = join(makeFolder(), "out.csv");
    const { code } = await roster("find", ...args, "--csv", file);
    expect(code).toBe(0);
    const text = readFileSync(file, "utf8");
    return { text, rows: parse(text, { bom: true, columns: true }) };
  }

  it("writes all there are, every column of the registry", async () => {
    const { text, rows } = await exported("");
    expect(text).toMatch(/^\uFEFFHandle,E-mail,Phone,/);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ Handle: "mia.glow", "GMV (USD)": "12345.67", ZIP: "02134", City: "Boston" });
  });

  it("keeps handles, phones and ids as they are where a spreadsheet would count with them", async () => {
    const creators = await exported("");
    expect(creators.rows.map(({ Handle }) => Handle)).toEqual(["mia.glow", "ana.one", "'@007", "'@1e5", "'@20240101"]);
    expect(creators.rows[0]?.Phone).toBe("'+18325550159");
    const samples = await exported("sort:ordered-asc", "--of", "samples");
    expect(samples.rows[0]).toMatchObject({ Order: "'5760000000000000123", SKU: "'1729000000000000001" });
    const videos = await exported("", "--of", "videos");
    expect(videos.rows[0]).toMatchObject({ Video: "'7310045632098765432", CTR: "5.93%", "GMV (USD)": "99.50" });
  });

  it("has no cell that a spreadsheet takes for a formula", async () => {
    for (const list of ["creators", "samples", "videos"]) {
      const { rows } = await exported("", "--of", list);
      for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
    }
    const { rows } = await exported("status:delivered", "--of", "samples");
    expect(rows[0]?.Product).toBe(`'=HYPERLINK("http://x")`);
  });

  it("writes the columns that are named, by any of their names, in their order", async () => {
    const { text } = await exported("handle:mia", "--columns", "gmv,handle,E-Mail,address.zip,gmvCents");
    expect(text).toBe("\uFEFFGMV (USD),Handle,E-mail,ZIP\r\n12345.67,mia.glow,mia@example.com,02134\r\n");
  });

  it("writes no more rows than are wanted", async () => {
    const { rows } = await exported("", "--limit", "2");
    expect(rows.map(({ Handle }) => Handle)).toEqual(["mia.glow", "ana.one"]);
  });

  it("tells a mistake before a file is begun, and where a file cannot be", async () => {
    const file = join(makeFolder(), "no", "out.csv");
    expect(await roster("find", "bagde:gold", "--csv", file)).toMatchObject({ code: 2 });
    expect(await roster("find", "", "--csv", file)).toMatchObject({ code: 1, stderr: expect.stringContaining(file) });
  });

  it("gives a file that changes nothing when it is imported again", async () => {
    const known = async () => JSON.parse((await roster("find", "", "--json")).stdout).rows;
    const before = await known();
    const { text } = await exported("");
    const again = await roster("import", makeFile("export.csv", text), "--yes", "--json");
    expect(importsOf(again)).toMatchObject([
      {
        source: "mapped",
        rejected: 0,
        creators: { new: 0, known: 0, filled: 0, alternatives: 0 },
        snapshots: { new: 0 },
      },
    ]);
    expect(await known()).toEqual(before);
    const { sources } = JSON.parse((await roster("lookup", "mia.glow", "--json")).stdout);
    expect(sources.email).toMatchObject([{ source: "euka", support: 1 }]);
    expect((await roster("find", "source:mapped")).stdout).toBe("No creators match.\n");
  });

  it.each(["samples", "videos"])("gives %s that no import takes for something else", async (list) => {
    const { text } = await exported("", "--of", list);
    const result = await roster("import", makeFile(`${list}.csv`, text), "--yes");
    expect(result.code).not.toBe(0);
  });
});
