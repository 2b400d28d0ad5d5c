import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";
import { countDocuments, emptyDatabase, importsOf, makeAccountFiles, makeFile } from "./account.js";
import { rosterAsked } from "./on-a-terminal.js";

const connection = testDatabase();

const startAfresh = () => emptyDatabase(connection);

describe("roster undo", () => {
  it("takes an import back, as if it had never been, and the file can be taken in again", async () => {
    const account = await makeAccountFiles();
    await startAfresh();
    await roster("import", account.file("euka"));
    const before = await countDocuments(connection);
    const [done] = importsOf(await roster("import", account.file("samples"), "--json"));
    const after = await countDocuments(connection);

    const foretold = await roster("undo", done?.id ?? "", "--dry-run", "--json");
    expect(await countDocuments(connection)).toEqual(after);
    const undone = await roster("undo", done?.id ?? "", "--json");
    expect(undone).toEqual(foretold);
    expect(JSON.parse(undone.stdout)).toEqual({
      id: done?.id,
      creators: done && done.creators.new + done.creators.known,
      samples: account.expected.samples,
      videos: 0,
      snapshots: 0,
      kept: 0,
    });
    const records = ({ creators, brandCreators, samples, sightings }: Record<string, number>) => [
      ...[creators, brandCreators, samples, sightings],
    ];
    expect(records(await countDocuments(connection))).toEqual(records(before));

    const [again] = importsOf(await roster("import", account.file("samples"), "--json"));
    expect(again).toMatchObject({ status: "done", creators: done?.creators, samples: done?.samples });
    expect(Number(again?.id)).toBeGreaterThan(Number(done?.id));
  });

  it("shows what it would do, and asks at a terminal", async () => {
    await startAfresh();
    await roster("import", makeFile("list.csv", "handle,email\nmia,mia@example.com\n"));
    expect((await roster("undo", "1", "--dry-run")).stdout).toBe(
      "Undoing import 1 would take back or change 1 creator.\n",
    );
    const no = await rosterAsked("n\n", "undo", "1");
    expect(no.code).toBe(1);
    expect(no.stderr).toMatch(
      /would take back or change 1 creator\.\nUndo import 1\? \[y\/N\] Nothing was undone\.\n$/,
    );
    expect(await countDocuments(connection)).toMatchObject({ creators: 1 });

    const yes = await rosterAsked("yes\n", "undo", "1");
    expect(yes.code).toBe(0);
    expect(yes.stdout).toBe("Import 1 is undone: 1 creator taken back or changed.\n");
    expect(await countDocuments(connection)).not.toHaveProperty("creators");
  });

  it("refuses what is undone already, and what there is not", async () => {
    expect(await roster("undo", "1")).toMatchObject({ code: 1, stderr: "Import 1 has been undone already.\n" });
    expect(await roster("undo", "99")).toMatchObject({
      code: 1,
      stderr: "There is no import 99. `imports` lists them.\n",
    });
  });

  it.each(["", "first", "-1"])("refuses %j, which is the number of no import", async (id) => {
    const { code, stderr } = await roster("undo", "--", id);
    expect(code).toBe(2);
    expect(stderr).toBe(`Expected the number of an import, such as 3; got "${id}". \`imports\` lists them.\n`);
  });
});

describe("roster imports", () => {
  it("lists every file, newest first, with what became of it", async () => {
    await startAfresh();
    await roster("import", makeFile("first.csv", "handle,email\nmia,mia@example.com\n"));
    await roster("import", makeFile("second.csv", "Username,Phone #\nmia,(212) 555-0143\nsam,\n"));
    await roster("undo", "1");
    const { code, stdout } = await roster("imports");
    expect(code).toBe(0);
    const [titles, second, first] = stdout.split("\n");
    expect(titles).toMatch(/^Import +Taken in +By +File +Source +Brand +Rows +Rejected +New creators +Status$/);
    expect(second).toMatch(/^ +2 +\d{4}-\d\d-\d\d \d\d:\d\d +\S+ +second\.csv +phones +default +2 +0 +1 +done$/);
    expect(first).toMatch(/^ +1 .* first\.csv .* undone on \d{4}-\d\d-\d\d \d\d:\d\d by \S+$/);

    const listed = importsOf(await roster("imports", "--json"));
    expect(listed.map(({ id, status }) => ({ id, status }))).toEqual([
      { id: "2", status: "done" },
      { id: "1", status: "undone" },
    ]);
    expect(listed[0]).toMatchObject({ brand: "default", rows: 2, creators: { new: 1, known: 1 }, samples: { new: 0 } });
  });

  it("says in words how far a running one is, and which was cut off", async () => {
    const imports = connection.collection<{ _id: string }>("imports");
    const lease = { owner: "elsewhere:1:x", until: new Date(Date.now() + 60_000) };
    const progress = { phase: "reading", done: 45, of: 100 };
    await imports.updateOne({ _id: "2" }, { $set: { status: "running", lease, progress } });
    expect((await roster("imports")).stdout).toMatch(/running: 45 of 100 rows read, 45%$/m);
    expect(importsOf(await roster("imports", "--json"))[0]).toMatchObject({ status: "running", progress });

    await imports.updateOne({ _id: "2" }, { $set: { "lease.until": new Date(0) } });
    expect((await roster("imports")).stdout).toMatch(/cut off; `start`, or the same file again, finishes it$/m);
  });

  it("shows as many as it is asked for", async () => {
    expect(importsOf(await roster("imports", "--limit", "1", "--json"))).toHaveLength(1);
    expect((await roster("imports", "--limit", "1")).stdout).toMatch(/\nOlder ones: --limit 2\n$/);
    expect((await roster("imports", "--limit", "none")).code).toBe(2);
  });
});
