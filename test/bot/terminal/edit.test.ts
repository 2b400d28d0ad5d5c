import { beforeEach, describe, expect, it } from "vitest";
import { clear } from "../../core/edits/make.js";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";
import { makeFile } from "./account.js";
import { rosterAsked } from "./on-a-terminal.js";

const connection = testDatabase();

beforeEach(async () => {
  await clear(connection);
  const file = makeFile(
    "list.csv",
    "handle,email,phone\nmia.glow,mia@example.com,+18325550159\nold.mia,old@example.com,\nsam,,\n",
  );
  await roster("import", file);
});

const json = async (...args: string[]) => JSON.parse((await roster(...args, "--json")).stdout);
const lookup = (handle: string) => json("lookup", handle);

describe("roster edit", () => {
  it("sets fields and says from what to what", async () => {
    const { code, stdout } = await roster("edit", "@mia.glow", "email=new@example.com", "badge=Gold", "phone=");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        "@mia.glow\n  email: mia@example.com → new@example.com\n  phone: +18325550159 → none\n  badge: none → gold\n",
    });
    expect(await lookup("mia.glow")).toMatchObject({ email: "new@example.com", badge: "gold" });
  });

  it("gives one document with --json", async () => {
    expect(await json("edit", "mia.glow", "firstName=Mia")).toEqual({
      id: expect.any(String),
      handle: "mia.glow",
      changes: [{ kind: "set", field: "name", from: null, to: { first: "Mia" } }],
    });
  });

  it.each([
    [["mia.glow", "emial=x@example.com"], 2, /Did you mean email\?/],
    [["mia.glow", "__proto__=x"], 2, /There is no field "__proto__" to set/],
    [["mia.glow", "constructor=x"], 2, /There is no field "constructor" to set/],
    [["mia.glow", "__proto__=x", "__proto__=y"], 2, /__proto__ is given twice/],
    [["mia.glow", "state=XX", "country=US"], 2, /expected a state of the US/],
    [["mia.glow", "email"], 2, /Expected field=value/],
    [["mia.glow", "email=nope"], 2, /no e-mail address/],
    [["mia.glob", "badge=gold"], 1, /Did you mean @mia\.glow\?/],
    [["mia.glow", "badge=gold", "--brand", "nope"], 1, /There is no brand "nope"/],
  ])("refuses %j", async (args, code, reason) => {
    const result = await roster("edit", ...args);
    expect(result).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(reason) });
  });

  it("says when nothing is to be changed", async () => {
    expect((await roster("status", "sam", "active")).stdout).toBe("@sam is that way already.\n");
  });
});

describe("roster add, status, note, pick, release", () => {
  it("adds a creator once", async () => {
    expect((await roster("add", "https://www.tiktok.com/@new.face", "email=n@example.com")).code).toBe(0);
    expect(await lookup("new.face")).toMatchObject({ email: "n@example.com" });
    expect(await roster("add", "new.face")).toMatchObject({ code: 1, stderr: expect.stringContaining("already") });
  });

  it("adds to a database that nobody has used yet", async () => {
    await connection.dropDatabase();
    await Promise.all([roster("add", "first"), roster("add", "first")]);
    expect((await json("find", "handle:first")).total).toBe(1);
  });

  it("changes the status and writes notes, in several words", async () => {
    await roster("status", "sam", "blocked");
    await roster("note", "sam", "wants", "free", "shipping");
    expect(await lookup("sam")).toMatchObject({ status: "blocked", notes: [{ text: "wants free shipping" }] });
    expect((await roster("status", "sam", "gone")).stderr).toContain("expected active, inactive, blocked");
  });

  it("picks an alternative and lets the field follow the sources again", async () => {
    await roster("import", makeFile("more.csv", "handle,email\nmia.glow,second@example.com\n"));
    await roster("pick", "mia.glow", "email", "second@example.com");
    expect((await lookup("mia.glow")).email).toBe("second@example.com");
    expect((await roster("release", "mia.glow", "email")).stdout).toContain("email follows the sources again");
    expect((await lookup("mia.glow")).email).toBe("mia@example.com");
    expect((await roster("release", "mia.glow", "email")).stdout).toBe("@mia.glow: nobody had set the email.\n");
  });
});

describe("roster merge, unmerge", () => {
  it("makes two creators one and takes them apart again", async () => {
    expect((await roster("merge", "old.mia", "mia.glow")).stdout).toBe(
      "@old.mia is part of @mia.glow now. To take it back: unmerge @old.mia\n",
    );
    expect(await lookup("old.mia")).toMatchObject({ handle: "mia.glow", formerHandles: ["old.mia"] });
    expect(await roster("merge", "old.mia", "mia.glow")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("merged already"),
    });
    expect(await json("unmerge", "old.mia")).toMatchObject({ handle: "old.mia", from: "@old.mia", into: "@mia.glow" });
    expect((await lookup("old.mia")).email).toBe("old@example.com");
  });
});

describe("roster forget", () => {
  it("asks, and does nothing when the answer is no", async () => {
    const no = await rosterAsked("n\n", "forget", "mia.glow");
    expect(no.code).toBe(1);
    expect(no.stderr).toMatch(/erases mia\.glow for good: what 1 import said.*Forget mia\.glow\?.*Nothing was erased/s);
    expect((await lookup("mia.glow")).handle).toBe("mia.glow");
  });

  it("does nothing without a terminal unless told --yes", async () => {
    expect(await roster("forget", "mia.glow")).toMatchObject({ code: 1, stderr: expect.stringContaining("add --yes") });
    expect(await json("forget", "mia.glow", "--yes")).toMatchObject({ handle: "mia.glow", sightings: 1, originals: 1 });
    expect((await roster("lookup", "mia.glow")).code).toBe(1);
    const again = await json("import", makeFile("again.csv", "handle,email\nmia.glow,\nsam,\n"));
    expect(again.imports[0]).toMatchObject({ rejected: 1 });
  });
});
