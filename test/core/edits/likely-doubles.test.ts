import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { creatorModel } from "../../../core/creators/creator-model.js";
import {
  dismissDoubles,
  editCreator,
  likelyDoubles,
  mergeCreators,
  recountDoubles,
  tagCreator,
} from "../../../core/edits/index.js";
import { nearKeys } from "../../../core/edits/near-handles.js";
import { ensureIndexes } from "../../../core/models.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { testDatabase } from "../../support/database.js";
import { ADA, ada, clear, creatorOf, euka, linkOf, samples, takeIn, VIC } from "./make.js";

const db = testDatabase();

beforeAll(() => ensureIndexes(db));
beforeEach(() => clear(db));

const doubles = async () => {
  const { pairs } = await likelyDoubles(db, { actor: ADA });
  return pairs
    .map(
      ({ creators, reasons }) =>
        `${creators
          .map(({ handle }) => handle)
          .sort()
          .join(" ")}: ${reasons.join(", ")}`,
    )
    .sort();
};
const videos = (...rows: [id: string, handle: string][]) =>
  [
    "Video ID,Video title,Post date,Creator name,Creator video-attributed GMV,Video-attributed items sold",
    ...rows.map(([id, handle]) => `${id},T,2026-01-02,${handle},$5,1`),
  ].join("\n");

describe("likelyDoubles", () => {
  it("finds those with one e-mail or one full phone, whatever the source", async () => {
    await takeIn(
      db,
      euka(
        { handle: "ann", email: "same@example.com", phone: "+18325550159" },
        { handle: "bob", email: "SAME@example.com" },
        { handle: "cat", phone: "(832) 555-0159" },
        { handle: "dan", phone: "(+1)832*****59" },
        { handle: "eve", phone: "(+1)832*****59" },
      ),
    );
    expect(await doubles()).toEqual(["ann bob: same e-mail", "ann cat: same phone"]);
  });

  it("finds namesakes at one address, and namesakes with near handles", async () => {
    const address = "12 Main St, Austin, TX 78701";
    await takeIn(
      db,
      euka(
        { handle: "ann.one", address },
        { handle: "other", address: "12 MAIN ST., Austin, TX 78701" },
        { handle: "annone22" },
        { handle: "zed", address },
      ),
    );
    for (const handle of ["ann.one", "other", "annone22"]) await editCreator(db, handle, { name: "Ann Ríos" }, ada);
    await editCreator(db, "zed", { name: "Zed Q" }, ada);
    expect(await doubles()).toEqual(["ann.one annone22: near handles", "ann.one other: same name and address"]);
  });

  it("finds an order and a video under two handles", async () => {
    await takeIn(db, samples({ order: "1", handle: "ann" }, { order: "2", handle: "zed" }));
    await takeIn(db, samples({ order: "1", handle: "bob" }));
    await takeIn(db, videos(["71", "ann"], ["72", "zed"]), { name: "v1.csv" });
    await takeIn(db, videos(["71", "bob"]), { name: "v2.csv" });
    expect(await doubles()).toEqual(["ann bob: same order, same video"]);
  });

  it("puts those with more reasons first, and counts all beyond the limit", async () => {
    await takeIn(
      db,
      euka(
        { handle: "ann", email: "a@example.com", phone: "+18325550159" },
        { handle: "bob", email: "a@example.com", phone: "+18325550159" },
        { handle: "cat", email: "c@example.com" },
        { handle: "dan", email: "c@example.com" },
      ),
    );
    const { pairs, total } = await likelyDoubles(db, { actor: ADA, limit: 1 });
    expect(pairs[0]?.creators.map(({ handle }) => handle).sort()).toEqual(["ann", "bob"]);
    expect([pairs.length, total]).toEqual([1, 2]);
  });

  it("takes an e-mail that many share for an agency's", async () => {
    const many = Array.from({ length: 21 }, (_, place) => ({ handle: `person${place}`, email: "agency@example.com" }));
    await takeIn(db, euka(...many));
    expect(await doubles()).toEqual([]);
  });

  it("does not tell a viewer who has the same contacts", async () => {
    await expect(likelyDoubles(db, { actor: VIC })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("dismissDoubles", () => {
  it("is remembered, also after more imports", async () => {
    await takeIn(db, euka({ handle: "ann", email: "a@example.com" }, { handle: "bob", email: "a@example.com" }));
    await dismissDoubles(db, "bob", "ann", ada);
    await takeIn(db, euka({ handle: "ann", phone: "+18325550159" }));
    expect(await doubles()).toEqual([]);
    await expect(dismissDoubles(db, "ann", "ann", ada)).rejects.toMatchObject({ code: "refused" });
  });
});

describe("recountDoubles", () => {
  it("counts for is:duplicate, keeps the count through imports and edits, and takes it away again", async () => {
    await takeIn(
      db,
      euka({ handle: "ann", email: "a@example.com" }, { handle: "bob", email: "a@example.com" }, { handle: "cat" }),
    );
    expect(await recountDoubles(db)).toBe(2);
    await takeIn(db, euka({ handle: "ann", phone: "+18325550159" }));
    await tagCreator(db, "bob", { add: ["vip"] }, ada);
    expect((await creatorOf(db, "ann")).duplicates).toBe(1);
    expect((await linkOf(db, "bob")).duplicates).toBe(1);
    expect((await creatorOf(db, "cat")).duplicates).toBeUndefined();
    await mergeCreators(db, "ann", "bob", ada);
    expect(await recountDoubles(db)).toBe(0);
    expect(await collectionOf(creatorModel(db)).countDocuments({ duplicates: { $exists: true } })).toBe(0);
  });
});

describe("nearKeys", () => {
  const areNear = (a: string, b: string) => nearKeys(a).some((key) => nearKeys(b).includes(key));
  it.each([
    ["mia.glow", "miaglow", true],
    ["mia.glow", "mia.glow22", true],
    ["miaglow", "miagloww", true],
    ["miaglow", "miaglaw", true],
    ["miaglow", "miglow", true],
    ["miaglow", "mioglaw", false],
    ["ann", "anne", false],
  ])("of %s and %s: %s", (a, b, near) => expect(areNear(a, b)).toBe(near));
});
