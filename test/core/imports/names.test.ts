import { beforeEach, describe, expect, it } from "vitest";
import { undoImport } from "../../../core/imports/index.js";
import { testDatabase } from "../../support/database.js";
import { byTester, emptyDatabase, importRows, makeBrands, makeEdits } from "../../support/make-imports.js";
import { creatorBy, linkOf, stateOf } from "../../support/state.js";

const db = testDatabase();
beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
});

/** "71 mia 2": a list of the second day that states both. */
const bind = (text: string) => {
  const [userId = "", handle = "", day = "1"] = text.split(" ");
  return importRows(db, "mapped", [{ userId, handle }], { asOf: `2026-01-0${day}` });
};
const sampleOf = (handle: string, day: number, orderId = "5001") =>
  importRows(db, "samples", [{ orderId, skuId: "801", handle }], { asOf: `2026-01-0${day}` });
const creators = async () => Object.keys((await stateOf(db)).creators);

describe("a creator's names", () => {
  it("a handle joins the user id bound to it, whichever came first", async () => {
    await importRows(db, "euka", [{ handle: "mia", email: "mia@example.com" }]);
    await sampleOf("mia", 1);
    await bind("71 mia");
    expect(await creators()).toEqual(["#71 @mia"]);
    expect(await linkOf(db, "#71")).toMatchObject({ tiktokUserId: "71", email: "mia@example.com", samples: 1 });
    await importRows(db, "phones", [{ handle: "mia", phone: "+18325550159" }]);
    expect((await creatorBy(db, "#71")).phone).toBe("+18325550159");
  });

  it("buyers known by user id only have no handle, however many they are, until one is learned", async () => {
    await importRows(db, "mapped", [{ userId: "71", email: "a@example.com" }, { userId: "72" }, { userId: "73" }]);
    expect(await creators()).toEqual(["#71", "#72", "#73"]);
    expect(await creatorBy(db, "#71")).toMatchObject({ handles: [], email: "a@example.com" });
    await bind("71 mia");
    expect(await creatorBy(db, "@mia")).toMatchObject({ handle: "mia", tiktokUserId: "71", email: "a@example.com" });
  });

  it("a renamed creator is found by the former handle, also in imports", async () => {
    await bind("71 mia 1");
    await bind("71 mia.glow 2");
    await importRows(db, "euka", [{ handle: "mia", email: "mia@example.com" }]);
    const creator = await creatorBy(db, "@mia");
    expect(creator).toMatchObject({ handle: "mia.glow", handles: ["mia.glow", "mia"], email: "mia@example.com" });
    expect(await creators()).toHaveLength(1);
  });

  it("an older list does not rename anybody back", async () => {
    await bind("71 mia.glow 5");
    await bind("71 mia 1");
    expect((await creatorBy(db, "#71")).handle).toBe("mia.glow");
  });

  it("two creators that trade handles are both found by the right one", async () => {
    await bind("71 mia 1");
    await bind("72 leo 1");
    await importRows(
      db,
      "mapped",
      [
        { userId: "71", handle: "kai" },
        { userId: "72", handle: "mia" },
        { userId: "71", handle: "leo" },
      ],
      { asOf: "2026-01-05" },
    );
    expect((await creatorBy(db, "@mia")).tiktokUserId).toBe("72");
    expect((await creatorBy(db, "@leo")).tiktokUserId).toBe("71");
  });

  it("a handle that moved to another user id takes along what is seen under it since, and leaves what was before", async () => {
    await bind("71 mia 1");
    await sampleOf("mia", 2, "5001");
    await bind("71 leo 3");
    await bind("72 mia 5");
    await sampleOf("mia", 6, "5002");
    await sampleOf("mia", 4, "5003");
    expect((await linkOf(db, "#71")).samples).toBe(2);
    expect((await linkOf(db, "#72")).samples).toBe(1);
    expect((await creatorBy(db, "#72")).handles).toEqual(["mia"]);
    expect((await creatorBy(db, "#71")).handles).toEqual(["leo"]);
  });

  it("moves back what it took when the binding is undone", async () => {
    await bind("71 mia 1");
    await bind("71 leo 3");
    await sampleOf("mia", 6);
    const before = await stateOf(db);
    const taken = await bind("72 mia 5");
    expect((await linkOf(db, "#72")).samples).toBe(1);
    await undoImport(db, taken._id, byTester);
    expect(await stateOf(db)).toEqual(before);
  });

  it("a handle that is still current elsewhere stays there", async () => {
    await bind("71 mia 1");
    await bind("72 mia 2");
    expect((await creatorBy(db, "@mia")).tiktokUserId).toBe("71");
    expect((await creatorBy(db, "#72")).handles).toEqual([]);
  });

  it("two that a person merged are one, and both their files count for it", async () => {
    await importRows(db, "euka", [{ handle: "mia.old", email: "old@example.com" }]);
    await importRows(db, "euka", [{ handle: "mia", phone: "+18325550159" }]);
    await makeEdits(db, [
      {
        _id: "e1",
        key: "@mia.old",
        keys: ["@mia.old", "@mia"],
        brandId: "default",
        change: { kind: "merge", into: "@mia" },
        at: new Date("2026-01-05"),
        by: "ann",
        via: "terminal",
      },
    ]);
    await sampleOf("mia.old", 6);
    expect(await creators()).toEqual(["@mia @mia.old"]);
    expect(await linkOf(db, "@mia")).toMatchObject({ handle: "mia", email: "old@example.com", samples: 1 });
  });

  it("a display name alone identifies nobody, and one video under two handles merges nobody", async () => {
    await importRows(db, "phones", [
      { handle: "mia", first: "Mia", last: "Diaz" },
      { handle: "leo", first: "Mia", last: "Diaz" },
    ]);
    const videoId = "7300000000000000001";
    await importRows(db, "videos", [
      { videoId, handle: "mia" },
      { videoId, handle: "leo" },
    ]);
    expect(await creators()).toEqual(["@leo", "@mia"]);
    expect((await linkOf(db, "@leo")).videos).toBe(0);
  });
});

describe("the report of a file with both user ids and handles", () => {
  it("counts a creator that it names in two ways as one new one", async () => {
    const rows = [
      { handle: "mia", email: "mia@example.com" },
      { userId: "71", handle: "mia", phone: "+18325550159" },
    ];
    const { report } = await importRows(db, "mapped", rows);
    expect(report?.creators).toMatchObject({ new: 1, filled: 2 });
  });
});
