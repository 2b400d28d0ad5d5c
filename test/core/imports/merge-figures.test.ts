import { beforeEach, describe, expect, it } from "vitest";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { snapshotModel } from "../../../core/snapshots/snapshot-model.js";
import { testDatabase } from "../../support/database.js";
import { csvOf } from "../../support/make.js";
import { emptyDatabase, importRows, importText, makeBrands } from "../../support/make-imports.js";
import { creatorBy, linkOf } from "../../support/state.js";

const db = testDatabase();
beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
});

const followers = (count: string, asOf: string, source: "refunnel" | "mapped" = "refunnel") =>
  importRows(db, source, [{ handle: "mia", followers: count, ...(source === "refunnel" ? { emv: 1 } : {}) }], { asOf });

describe("followers", () => {
  it("are those of the newest day, whichever file came last", async () => {
    await followers("200", "2026-01-09");
    await followers("100", "2026-01-02");
    expect((await creatorBy(db, "@mia")).followers).toBe(200);
  });

  it("are those of the better source on one day", async () => {
    await followers("200", "2026-01-02");
    await followers("100", "2026-01-02", "mapped");
    expect((await creatorBy(db, "@mia")).figures.followers).toMatchObject({ value: 200, source: "refunnel" });
  });

  it("are those of the later file where day and source are the same, and both files make one snapshot", async () => {
    await followers("100", "2026-01-02");
    const { report } = await followers("200", "2026-01-02");
    expect((await creatorBy(db, "@mia")).followers).toBe(200);
    expect(report?.snapshots.new).toBe(0);
    expect(await collectionOf(snapshotModel(db)).countDocuments()).toBe(1);
  });
});

describe("GMV", () => {
  const gmv = (amount: number, asOf: string, window: number | "lifetime" | "unknown") =>
    importRows(db, "creators", [{ handle: "mia", gmv: amount }], { asOf, window });

  it("is that of the longest window, however old; gmv30 that of 30 days", async () => {
    await gmv(900, "2026-01-01", "lifetime");
    await gmv(50, "2026-02-01", 30);
    await gmv(10, "2026-02-09", 7);
    await gmv(700, "2026-02-10", "unknown");
    const link = await linkOf(db, "@mia");
    expect(link).toMatchObject({ gmvCents: 900_00, gmv30Cents: 50_00 });
    expect(link.figures.gmv).toMatchObject({ window: "lifetime", asOf: "2026-01-01", source: "creators" });
  });

  it("of unknown days is shown until days are known", async () => {
    await gmv(700, "2026-02-10", "unknown");
    await gmv(10, "2026-01-09", 7);
    expect(await linkOf(db, "@mia")).toMatchObject({ gmvCents: 10_00 });
  });

  it("holds for the days that a line before the header says, to the last of them", async () => {
    const text = `Date range: 2026-01-01 ~ 2026-01-30\n${csvOf("creators", [{ handle: "mia", gmv: 70 }])}`;
    await importText(db, "creators", text, { asOf: "2026-02-20", window: 7 });
    expect((await linkOf(db, "@mia")).figures.gmv30).toMatchObject({ asOf: "2026-01-30", window: 30, value: 70_00 });
  });

  it("holds for the day of acceptance in the brand's zone, where nothing says another", async () => {
    await importRows(db, "creators", [{ handle: "mia", gmv: 70 }]);
    expect((await linkOf(db, "@mia")).figures.gmv).toMatchObject({ asOf: "2026-03-01", window: "unknown" });
  });

  it("is added up over brands of one currency, and unknown over several", async () => {
    const { rosy } = await makeBrands(db);
    await importRows(db, "creators", [{ handle: "mia", gmv: 70 }]);
    expect((await creatorBy(db, "@mia")).gmvCents).toBe(70_00);
    await importRows(db, "creators", [{ handle: "mia", gmv: "£30" }], { brand: rosy });
    expect((await linkOf(db, "@mia", "rosy")).gmvCents).toBe(30_00);
    expect((await creatorBy(db, "@mia")).gmvCents).toBeUndefined();
  });

  it("in another currency than the brand's is a rejected value; the row stays", async () => {
    const { report } = await importRows(db, "creators", [{ handle: "mia", gmv: "£30", orders: 3 }]);
    expect(report).toMatchObject({ rejected: 0, rejectedValues: 1, creators: { new: 1 } });
    expect((await linkOf(db, "@mia")).gmvCents).toBeUndefined();
  });
});

describe("video GMV", () => {
  it("is the sum over a creator's videos, and unknown where none has any", async () => {
    const [one, two] = ["7300000000000000001", "7300000000000000002"];
    await importRows(db, "videos", [{ videoId: one, handle: "mia" }]);
    expect((await linkOf(db, "@mia")).videoGmvCents).toBeUndefined();
    await importRows(db, "videos", [
      { videoId: one, handle: "mia", gmv: 5 },
      { videoId: two, handle: "mia", gmv: 7 },
    ]);
    expect(await linkOf(db, "@mia")).toMatchObject({ videoGmvCents: 12_00, videos: 2 });
  });
});

describe("the day a creator joined a brand", () => {
  it("is the earliest evidence: an order or a video before the day of the file", async () => {
    const sample = { orderId: "5001", skuId: "801", handle: "mia", orderedAt: "2026-01-10" };
    await importRows(db, "samples", [sample], { asOf: "2026-02-01" });
    expect((await linkOf(db, "@mia")).joinedAt).toEqual(new Date("2026-01-10"));
    await importRows(db, "euka", [{ handle: "mia", email: "mia@example.com" }], { asOf: "2026-01-05" });
    expect((await linkOf(db, "@mia")).joinedAt).toEqual(new Date("2026-01-05"));
  });
});
