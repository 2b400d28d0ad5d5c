import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { editCreator, tagCreator } from "../../../core/edits/index.js";
import { listRecords } from "../../../core/lists/index.js";
import { ensureIndexes } from "../../../core/models.js";
import type { ListName } from "../../../core/query/index.js";
import {
  listSegments,
  lookAtSegments,
  removeSegment,
  saveSegment,
  segmentChanges,
  segmentQueries,
} from "../../../core/segments/index.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, ada, BEN, ben, clear, editorOf, euka, later, NOW, takeIn, VIC } from "../edits/make.js";

const db = testDatabase();

beforeAll(() => ensureIndexes(db));
beforeEach(async () => {
  await clear(db);
  await takeIn(db, euka({ handle: "ann", email: "ann@example.com" }, { handle: "bob" }, { handle: "cat" }));
});

const save = (name: string, query: string, list?: ListName) => saveSegment(db, { name, query, list }, ada);
const find = async (query: string) => {
  const segments = await segmentQueries(db);
  const page = await listRecords(db, {
    list: "creators",
    query,
    brandId: "default",
    actor: OWNER,
    zone: "UTC",
    now: NOW,
    segments,
    limit: 50,
  });
  return page.rows.map(({ handle }) => handle).sort();
};

describe("saveSegment", () => {
  it("makes a query usable by its name in other queries", async () => {
    await save("With Mail", "has:email");
    expect(await find('segment:"with mail"')).toEqual(["ann"]);
    expect(await find('-segment:"WITH MAIL"')).toEqual(["bob", "cat"]);
  });

  it("changes the segment of that name, however it is spelled", async () => {
    await save("Mailable", "has:email");
    await save("MAILABLE", "-has:email");
    expect(await listSegments(db, { actor: ADA })).toMatchObject([
      { name: "MAILABLE", query: "-has:email", owner: "ada" },
    ]);
  });

  it.each([
    ["a", "bagde:gold", /badge/],
    ["a", "segment:nobody", /There is no segment "nobody"/],
    ["a", "brand:nobody", /There is no brand "nobody"/],
    ["a", "segment:a", /go in a circle: a → a/],
    ["a,b", "has:email", /cannot name a segment/],
  ])("refuses %s as %s", async (name, query, reason) => {
    await expect(save(name, query)).rejects.toMatchObject({ code: "wrong-input", say: expect.stringMatching(reason) });
  });

  it("refuses a circle through others, and a change that takes the list from under another", async () => {
    await save("a", "has:email");
    await save("b", "segment:a");
    await save("c", "segment:b");
    await expect(save("a", "segment:c")).rejects.toMatchObject({ say: expect.stringContaining("circle") });
    await expect(save("a", "status:shipped", "samples")).rejects.toMatchObject({ code: "wrong-input" });
    expect(await find("segment:c")).toEqual(["ann"]);
  });

  it("lets no two people make a circle together at once", async () => {
    for (const name of ["a", "b"]) await save(name, "has:email");
    const settled = await Promise.allSettled([save("a", "segment:b"), save("b", "segment:a")]);
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
    await find("segment:a");
  });

  it("lets its owner and admins change it, and nobody else", async () => {
    await saveSegment(db, { name: "mine", query: "has:email" }, ben);
    const eve = { actor: editorOf("default"), now: NOW };
    await expect(saveSegment(db, { name: "mine", query: "has:phone" }, eve)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(saveSegment(db, { name: "x", query: "has:phone" }, { actor: VIC, now: NOW })).rejects.toMatchObject({
      code: "forbidden",
    });
    await save("mine", "has:phone");
    expect((await listSegments(db, { actor: BEN }))[0]).toMatchObject({ owner: "ben", query: "has:phone" });
  });
});

describe("removeSegment", () => {
  it("is refused while another segment uses it, and done afterwards", async () => {
    await save("base", "has:email");
    await save("top", "segment:BASE followers:>1k");
    await expect(removeSegment(db, "base", { actor: ADA, now: NOW })).rejects.toMatchObject({
      code: "refused",
      say: '"base" is used by "top". Change that one first.',
    });
    await removeSegment(db, "top", { actor: ADA, now: NOW });
    await removeSegment(db, "base", { actor: ADA, now: NOW });
    expect(await listSegments(db, { actor: ADA })).toEqual([]);
    await expect(removeSegment(db, "base", { actor: ADA, now: NOW })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("segmentChanges", () => {
  const changes = (since: Date, minute: number) =>
    segmentChanges(db, "vips", since, { actor: ADA, now: later(minute) });
  const handles = (members: { handle?: string }[]) => members.map(({ handle }) => handle).sort();

  it("tells who entered and who left since a look", async () => {
    await tagCreator(db, "ann", { add: ["vip"] }, ada);
    await tagCreator(db, "bob", { add: ["vip"] }, ada);
    await save("vips", "tag:vip");
    await tagCreator(db, "cat", { add: ["vip"] }, ada);
    await tagCreator(db, "ann", { remove: ["vip"] }, ada);
    const found = await changes(later(5), 10);
    expect({ ...found, entered: handles(found.entered), left: handles(found.left) }).toEqual({
      segment: "vips",
      from: NOW,
      to: later(10),
      members: 2,
      entered: ["cat"],
      left: ["ann"],
    });
  });

  it("compares with the last look at or before the day asked for, else with the first there is", async () => {
    await save("vips", "tag:vip");
    await tagCreator(db, "ann", { add: ["vip"] }, ada);
    await lookAtSegments(db, later(10));
    await tagCreator(db, "bob", { add: ["vip"] }, ada);
    await lookAtSegments(db, later(20));
    const sinceTen = await changes(later(15), 30);
    expect([sinceTen.from, handles(sinceTen.entered)]).toEqual([later(10), ["bob"]]);
    const sinceLongAgo = await changes(new Date(0), 40);
    expect([sinceLongAgo.from, handles(sinceLongAgo.entered)]).toEqual([NOW, ["ann", "bob"]]);
  });

  it("does not count who left and came back", async () => {
    await tagCreator(db, "ann", { add: ["vip"] }, ada);
    await save("vips", "tag:vip");
    await tagCreator(db, "ann", { remove: ["vip"] }, ada);
    await lookAtSegments(db, later(10));
    await tagCreator(db, "ann", { add: ["vip"] }, ada);
    expect(await changes(later(5), 20)).toMatchObject({ entered: [], left: [], members: 1 });
    expect(handles((await changes(later(15), 30)).entered)).toEqual(["ann"]);
  });

  it("counts each once when many look at once", async () => {
    await save("vips", "has:email");
    await editCreator(db, "bob", { email: "bob@example.com" }, ada);
    await Promise.all(Array.from({ length: 5 }, (_, place) => changes(NOW, 10 + place)));
    expect(await changes(NOW, 20)).toMatchObject({ members: 2, entered: [{ handle: "bob" }], left: [] });
  });

  it("begins anew when the query is changed, and refuses lists of samples", async () => {
    await save("vips", "has:email");
    await saveSegment(db, { name: "vips", query: "-has:email" }, { ...ada, now: later(5) });
    expect(await changes(NOW, 10)).toMatchObject({ from: later(5), entered: [], left: [], members: 2 });
    await save("shipped", "status:shipped", "samples");
    await expect(segmentChanges(db, "shipped", NOW, ada)).rejects.toMatchObject({ code: "refused" });
  });
});
