import { beforeEach, describe, expect, it } from "vitest";
import { clear } from "../../core/edits/make.js";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";
import { makeFile } from "./account.js";

const connection = testDatabase();

beforeEach(async () => {
  await clear(connection);
  await roster("import", makeFile("list.csv", "handle,email\nann,same@example.com\nbob,same@example.com\ncat,\n"));
});

const json = async (...args: string[]) => JSON.parse((await roster(...args, "--json")).stdout);

describe("roster audit", () => {
  it("tells who changed what, newest first", async () => {
    await roster("edit", "ann", "email=new@example.com");
    await roster("tag", "handle:*", "+vip");
    const { stdout } = await roster("audit");
    const lines = stdout.trim().split("\n");
    expect(lines[0]).toMatch(/^When +Who +About +What$/);
    expect(lines[1]).toMatch(/3 creators +change 1: \+vip, of handle:\*$/);
    expect(lines[2]).toMatch(/@ann +email: same@example.com → new@example.com$/);
    expect(lines[3]).toMatch(/list\.csv +import 1: done$/);
  });

  it("tells people by name and id, and finds what one did by either", async () => {
    await roster("people", "add", "U07", "--name", "Ada Berg", "--role", "editor", "--brand", "all");
    await connection.collection("edits").deleteMany({});
    await roster("tag", "handle:*", "+vip");
    await connection.collection("batches").updateMany({}, { $set: { by: "U07" } });
    expect((await roster("audit")).stdout).toMatch(/Ada Berg \(U07\) +3 creators/);
    for (const who of ["U07", "Ada Berg"]) {
      expect((await json("audit", "--by", who)).entries).toMatchObject([
        { by: "U07", byName: "Ada Berg", what: "batch" },
      ]);
    }
    expect((await json("audit", "--by", "Nobody")).entries).toEqual([]);
  });

  it("tells names in place of ids, and keeps the ids in JSON", async () => {
    const orders = "Order ID,SKU ID,Buyer Username,Buyer User ID,Recipient,Order Status,Created Time\n";
    const order = (at: number, handle: string) => `500${at},1,${handle},${at}${at}${at},,Shipped,2026-01-05 10:00:00\n`;
    await roster("import", makeFile("orders.csv", orders + order(1, "dan") + order(2, "eve")));
    await roster("people", "add", "U07", "--name", "Nina Roth", "--role", "editor");
    await roster("edit", "#111", "badge=gold");
    await roster("doubles", "dismiss", "#111", "#222");
    const lines = (await roster("audit", "--limit", "4")).stdout.split("\n").slice(1);
    expect(lines.join("\n")).toMatch(/@eve +no double of @dan/);
    expect(lines.join("\n")).toMatch(/@dan +no double of @eve/);
    expect(lines[2]).toMatch(/@dan +badge: none → gold$/);
    expect(lines[3]).toMatch(/person Nina Roth +Nina Roth, editor of all$/);
    const { entries } = await json("audit", "--limit", "4");
    expect(entries[2]).toMatchObject({ creator: "#111", creatorName: "@dan" });
    expect(entries[3]).toMatchObject({ subject: "U07", inNames: { subject: "Nina Roth" } });
  });

  it("pages, and tells of one creator alone", async () => {
    await roster("edit", "ann", "badge=gold");
    await roster("edit", "bob", "badge=gold");
    const first = await json("audit", "--limit", "1");
    expect(first.entries).toMatchObject([{ creator: "@bob" }]);
    expect((await json("audit", "--limit", "1", "--cursor", first.next)).entries).toMatchObject([{ creator: "@ann" }]);
    const ofAnn = await json("audit", "@ann", "--since", "7d");
    expect(ofAnn.entries.map(({ what }: { what: string }) => what)).toEqual(["edit", "import"]);
    expect((await roster("audit", "--since", "soon")).code).toBe(2);
  });
});

describe("roster doubles", () => {
  it("lists who may be one person, counts them, and forgets who is not", async () => {
    expect((await roster("doubles")).stdout).toMatch(/@(ann|bob) +@(ann|bob) +same e-mail/);
    expect(await json("doubles", "recount")).toEqual({ creators: 2 });
    expect((await json("find", "is:duplicate")).total).toBe(2);
    await roster("doubles", "dismiss", "ann", "bob");
    expect(await json("doubles")).toEqual({ pairs: [], total: 0 });
    await roster("doubles", "recount");
    expect((await json("find", "is:duplicate")).total).toBe(0);
  });
});

describe("roster segments", () => {
  it("saves a query, lists it, and removes it unless another needs it", async () => {
    expect((await roster("segments", "save", "Same Mail", "email:same")).code).toBe(0);
    await roster("segments", "save", "both", 'segment:"same mail" -handle:cat');
    expect(await json("segments")).toMatchObject({
      segments: [{ name: "both" }, { name: "Same Mail", list: "creators", query: "email:same", brand: "default" }],
    });
    expect(await roster("segments", "remove", "same mail")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('used by "both"'),
    });
    await roster("segments", "remove", "both");
    expect((await roster("segments", "remove", "same mail")).stdout).toBe('"Same Mail" is removed.\n');
  });

  it("is used by tag", async () => {
    await roster("segments", "save", "mail", "has:email");
    expect(await json("tag", "segment:mail", "+vip")).toMatchObject({ changed: 2 });
  });

  it("tells who entered and who left", async () => {
    await roster("segments", "save", "vips", "tag:vip");
    await roster("tag", "handle:ann", "+vip");
    const found = await json("segments", "changes", "vips", "--since", "1d");
    expect(found).toMatchObject({ segment: "vips", members: 1, entered: [{ handle: "ann" }], left: [] });
    expect((await roster("segments", "changes", "vips")).stdout).toMatch(
      /has 1 creator; since .*: 1 entered, 0 left\.\nEntered: @ann/,
    );
  });
});

describe("roster people", () => {
  it("adds, changes and removes people", async () => {
    expect((await roster("people")).stdout).toContain("Nobody yet");
    await roster("people", "add", "nina", "--role", "editor", "--name", "Nina R");
    await roster("people", "change", "nina", "--role", "viewer");
    expect(await json("people")).toMatchObject({
      people: [{ id: "nina", name: "Nina R", rights: [{ brandId: "all", role: "viewer" }] }],
    });
    expect((await roster("people", "remove", "nina")).stdout).toBe("nina may do nothing any more.\n");
    expect(await roster("people", "remove", "nina")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("nobody yet"),
    });
    expect((await roster("people", "add", "otto")).code).toBe(2);
  });
});
