import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";
import {
  countDocuments,
  emptyDatabase,
  importsOf,
  type MadeAccount,
  makeAccountFiles,
  makeFile,
  makeFolder,
  sum,
} from "./account.js";
import { rosterAsked } from "./on-a-terminal.js";

const connection = testDatabase();

const startAfresh = () => emptyDatabase(connection);

describe("roster import of a whole account", () => {
  let account: MadeAccount;
  beforeAll(async () => {
    account = await makeAccountFiles();
  });

  it("finds what the account is known to hold", async () => {
    await startAfresh();
    const result = await roster("import", ...account.files, "--json");
    const imports = importsOf(result);
    const { expected } = account;
    expect(result.code).toBe(0);
    expect(imports.map(({ status, brand }) => `${status} ${brand}`)).toEqual(Array(7).fill("done default"));
    expect(imports.map(({ rows, rejected, rejectedValues }) => ({ rows, rejected, rejectedValues }))).toEqual(
      expected.files.map(({ rows, rejected, rejectedValues }) => ({ rows, rejected, rejectedValues })),
    );
    expect({
      creators: sum(imports, ({ creators }) => creators.new),
      sightings: sum(imports, ({ creators }) => creators.new + creators.known),
      alternatives: sum(imports, ({ creators }) => creators.alternatives),
      samples: sum(imports, ({ samples }) => samples.new),
      videos: sum(imports, ({ videos }) => videos.new),
      products: sum(imports, ({ products }) => products.new),
      snapshots: sum(imports, ({ snapshots }) => snapshots.new),
    }).toEqual({
      creators: expected.creators,
      sightings: expected.sightings,
      alternatives: expected.alternatives,
      samples: expected.samples,
      videos: expected.videos,
      products: expected.products,
      snapshots: expected.snapshots,
    });
    expect(await countDocuments(connection)).toMatchObject({
      creators: expected.creators,
      samples: expected.samples,
      videos: expected.videos,
      products: expected.products,
      snapshots: expected.snapshots,
    });
  });

  it("says of each file that it has been read, on the way", async () => {
    await startAfresh();
    const { stderr } = await roster("import", account.file("euka"), account.file("phones"));
    expect(stderr).toMatch(/^euka\.csv: 506 rows read.*\nphones\.csv: 726 rows read.*\n$/);
  });

  it("shows a line for each file, their sum, and where the rejected rows are", async () => {
    await startAfresh();
    const { stdout } = await roster("import", ...account.files);
    const { rows, creators } = account.expected;
    expect(stdout).toMatch(
      /^File +Import +Source +Rows +Rejected +New creators +Known +Filled +Alternatives +Records\n/,
    );
    expect(stdout).toMatch(/^samples\.csv +6 +samples +2,460 +3 .* 492 samples$/m);
    expect(stdout).toMatch(new RegExp(`^together +${rows.toLocaleString("en-US")} +11 +${creators} `, "m"));
    expect(stdout).toContain(
      `Rejected: 3 rows and 5 values, written to ${join(account.dir, "samples.rejected.csv")}\n`,
    );
    expect(stdout).toMatch(/\nDone in [\d.]+ s, [\d,]+ rows\/s\.\n$/);
  });

  it("knows each file again, whatever it is called by then", async () => {
    const before = await countDocuments(connection);
    const copy = makeFile("downloaded (1).csv", readFileSync(account.file("euka"), "utf8"));
    const { code, stdout } = await roster("import", account.file("videos"), copy);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^videos\.csv: taken in on \d{4}-\d\d-\d\d by .+ as import 7\.\ndownloaded \(1\)\.csv: taken in on .* as import 2\.\n$/,
    );
    const [known] = importsOf(await roster("import", copy, "--json"));
    expect(known).toMatchObject({ id: "2", file: "downloaded (1).csv", status: "known", rows: 506, rejected: 2 });
    expect(known?.creators).toEqual({ new: 0, known: 501, filled: 0, alternatives: 0 });
    expect(await countDocuments(connection)).toEqual(before);
  });
});

describe("roster import --dry-run", () => {
  it("writes nothing, and foretells what each import then does", async () => {
    const account = await makeAccountFiles();
    await startAfresh();
    await roster("brands"); // makes the default brand, which is there from the start
    for (const file of account.files) {
      const before = await countDocuments(connection);
      const [foretold] = importsOf(await roster("import", file, "--dry-run", "--json"));
      expect(await countDocuments(connection)).toEqual(before);
      expect(foretold).toMatchObject({ status: "previewed" });
      expect(foretold?.id).toBeUndefined();

      const [done] = importsOf(await roster("import", file, "--json"));
      const { repeated, rows, rejected, rejectedValues, creators, samples, videos, products, snapshots } = done ?? {};
      expect(foretold).toMatchObject({
        ...{ repeated, rows, rejected, rejectedValues },
        ...{ creators, samples, videos, products, snapshots },
      });
    }
  });

  it("shows the first rejected rows with line and reason, and how several files are previewed", async () => {
    await startAfresh();
    const dir = makeFolder();
    const euka = makeFile("euka.csv", "handle,email\nmia,mia@example.com\nmi a,x@example.com\nsam,sam@\n", dir);
    const phones = makeFile("phones.csv", "Username,Phone #\nmia,(212) 555-0143\n", dir);
    const { code, stdout } = await roster("import", euka, phones, "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^euka\.csv +euka +3 +1 +2 +0 +1 +0$/m);
    expect(stdout).toContain("Each file is previewed over what is stored now, as if the others were not there.");
    expect(stdout).toMatch(
      /\neuka\.csv: 1 row and 1 value rejected\n {2}line 3 {2}row {4}"mi a" is no TikTok handle.*\n {2}line 4 {2}value {2}"sam@" is no e-mail/,
    );
    expect((await roster("imports")).stdout).toMatch(/^Nothing has been imported yet/);
  });
});

describe("roster import", () => {
  it("writes the rejected rows beside the file: line, what, reason and the row as it was", async () => {
    await startAfresh();
    const file = makeFile("May list.csv", 'handle,email\n"Mia, B",x@example.com\nsam,sam@\nkim,kim@example.com\n');
    const [done] = importsOf(await roster("import", file, "--json"));
    expect(done).toMatchObject({ rows: 3, rejected: 1, rejectedValues: 1 });
    expect(done?.rejectedFile).toBe(file.replace("May list.csv", "May list.rejected.csv"));
    const [header, row, value, end] = readFileSync(done?.rejectedFile ?? "", "utf8").split(/\r?\n/);
    expect(header).toBe("\uFEFFLine,Rejected,Reason,handle,email");
    expect(row).toMatch(/^2,row,"""Mia, B"" is no TikTok handle.*","Mia, B",x@example\.com$/);
    expect(value).toMatch(/^3,value,.*is no e-mail address.*,sam,sam@$/);
    expect(end).toBe("");
  });

  it("goes on when the rejected rows cannot be written beside the file", async () => {
    await startAfresh();
    const file = makeFile("list.csv", "handle,email\nmi a,x@example.com\nmia,mia@example.com\n");
    makeFile("in-the-way", "", file.replace("list.csv", "list.rejected.csv"));
    const { code, stdout, stderr } = await roster("import", file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^list\.csv +1 +euka +2 +1 +1 /m);
    expect(stderr).toMatch(
      /The rejected rows cannot be written to .*list\.rejected\.csv.*keeps them with import 1\.\n$/,
    );
  });

  it("takes a file that is named twice once", async () => {
    await startAfresh();
    const file = makeFile("list.csv", "handle,email\nmia,mia@example.com\n");
    const imports = importsOf(await roster("import", file, join(file, "..", "list.csv"), "--json"));
    expect(imports).toHaveLength(1);
  });

  it("takes the same content under two names once, and says so", async () => {
    await startAfresh();
    const content = "handle,email\nmia,mia@example.com\n";
    const files = [makeFile("a.csv", content), makeFile("b.csv", content)];
    const imports = importsOf(await roster("import", ...files, "--json"));
    expect(imports.map(({ status }) => status).sort()).toEqual(["done", "known"]);
    expect(new Set(imports.map(({ id }) => id)).size).toBe(1);
  });

  it("leaves out the lists of rejected rows that *.csv has caught", async () => {
    await startAfresh();
    const dir = makeFolder();
    const file = makeFile("list.csv", "handle,email\nmi a,x@example.com\nmia,mia@example.com\n", dir);
    const { rejectedFile = "" } = importsOf(await roster("import", file, "--json"))[0] ?? {};
    // As a shell writes it beside a file that was named in another way.
    const again = await roster("import", file, `${dir}//./list.rejected.csv`, "--json");
    expect(importsOf(again).map(({ status }) => status)).toEqual(["known"]);
    expect(again.stderr).toBe("Left out: 1 list of rejected rows, of files that are named too.\n");

    const mended = makeFile("list.rejected.csv", readFileSync(rejectedFile, "utf8").replace(",mi a,", ",mi_a,"), dir);
    expect(importsOf(await roster("import", mended, "--json"))[0]).toMatchObject({ status: "done", rejected: 0 });
  });

  it("reads figures for the day and the window that it is told", async () => {
    await startAfresh();
    const file = makeFile("list.csv", "username,emv,followers\nmia,$12.50,12.3k\n");
    await roster("import", file, "--as-of", "2026-03-01", "--window", "30");
    const stored = await connection.collection("snapshots").findOne();
    expect(stored).toMatchObject({ asOf: "2026-03-01", window: 30 });
  });

  it("says in the --json document of a dry run why rows are rejected", async () => {
    await startAfresh();
    const file = makeFile("list.csv", "handle,email\nmi a,x@example.com\n");
    const { stdout } = await roster("import", file, "--dry-run", "--json");
    expect(JSON.parse(stdout).imports[0].firstRejected).toEqual([
      { line: 2, what: "row", reason: expect.stringContaining("no TikTok handle") },
    ]);
  });
});

describe("roster import at a terminal", () => {
  const LIST = "handle,email\nmia,mia@example.com\n";

  it("shows a preview and asks; yes imports, and a bar runs meanwhile", async () => {
    await startAfresh();
    const { code, stdout, stderr } = await rosterAsked("y\n", "import", makeFile("list.csv", LIST));
    expect(code).toBe(0);
    expect(stderr).toMatch(/list\.csv +euka +1 +0 +1 [\s\S]*\nImport\? \[y\/N\] /);
    expect(stderr).toMatch(/[█░]{24} .* of 1 row/);
    expect(stdout).toMatch(/^list\.csv +1 +euka /m);
  });

  it.each(["n\n", "\n", ""])("imports nothing when the answer is %j", async (answer) => {
    await startAfresh();
    const { code, stdout, stderr } = await rosterAsked(answer, "import", makeFile("list.csv", LIST));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/Nothing was imported\.\n$/);
    expect(await countDocuments(connection)).toEqual({ brands: 1 });
  });

  it.each(["--yes", "--json"])("asks nothing with %s", async (option) => {
    await startAfresh();
    const { code, stderr } = await rosterAsked("", "import", makeFile("list.csv", LIST), option);
    expect(code).toBe(0);
    expect(stderr).not.toContain("Import?");
  });

  it("asks nothing about what is known", async () => {
    await startAfresh();
    const file = makeFile("list.csv", LIST);
    await roster("import", file);
    const { code, stdout, stderr } = await rosterAsked("", "import", file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/taken in on .* as import 1/);
    expect(stderr).not.toContain("Import?");
  });
});
