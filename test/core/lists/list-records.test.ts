import { beforeAll, describe, expect, it } from "vitest";
import { addBrand } from "../../../core/brands/index.js";
import { listRecords } from "../../../core/lists/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { readQuery } from "../../../core/query/index.js";
import { asOwner, VIEWER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { daysAgo, NOW } from "../query/seed-lists.js";
import { ASKED, seedCreators } from "./seed-creators.js";

const connection = testDatabase();
const insert = (name: string, ...records: { _id: string }[]) =>
  connection.collection<{ _id: string }>(name).insertMany(records);

beforeAll(async () => {
  await ensureIndexes(connection);
  await addBrand(connection, { slug: "dew", name: "Dew" }, asOwner(NOW));
  const mia = {
    _id: "mia",
    handles: ["mia.glow", "mia_old"],
    name: "Mía Martínez",
    firstName: "Mía",
    lastName: "Martínez",
    email: "hola@miaskin.com",
    phone: "+18325550159",
    phoneVerified: true,
    address: { line1: "1 Main St", city: "Austin", state: "TX", zip: "78701", country: "US" },
    city: "Austin",
    state: "TX",
    gmvCents: 500_000,
    samples: 2,
    lastSampledAt: daysAgo(3),
    productIds: ["1001"],
    tags: ["vip"],
    tiktokUserId: "7001",
  };
  await seedCreators(connection, [mia, { _id: "ana", gmvCents: 100, samples: 0 }, { _id: "zoe", samples: 1 }]);
  await seedCreators(connection, [{ _id: "dan", handles: ["dan"] }], "dew");
  const product = { brandId: "default", skus: [], claims: [], seqs: [], rev: 1 };
  await insert("products", { _id: "default:1001", productId: "1001", name: "Glow Sérum 30 ml", ...product } as never);
  const sample = { brandId: "default", claims: [1], seqs: [1], search: {}, status: "delivered", rev: 1 };
  await insert(
    "samples",
    {
      _id: "1:1",
      orderId: "1",
      skuId: "1",
      handle: "mia.glow",
      creatorId: "mia",
      ...sample,
      orderedAt: daysAgo(3),
    } as never,
    {
      _id: "2:1",
      orderId: "2",
      skuId: "1",
      handle: "zoe",
      creatorId: "zoe",
      ...sample,
      orderedAt: daysAgo(1),
    } as never,
  );
  const video = {
    productIds: ["1001"],
    productNames: [],
    claims: [1],
    seqs: [1],
    search: {},
    asOf: "2026-06-01",
    rev: 1,
  };
  await insert("videos", {
    _id: "default:9",
    videoId: "9",
    brandId: "default",
    creatorId: "mia",
    ctr: 0.05,
    ...video,
  } as never);
});

const ids = async (query: string, more: object = {}) =>
  (await listRecords(connection, { ...ASKED, query, ...more })).rows.map((row) => row.id).join(" ");

describe("a creator's row", () => {
  it("has the names that programs get, and of one brand TikTok's id too", async () => {
    const { rows } = await listRecords(connection, { ...ASKED, query: "handle:=mia_old" });
    expect(rows).toEqual([
      {
        id: "mia",
        handle: "mia.glow",
        formerHandles: ["mia_old"],
        tiktokUserId: "7001",
        profileUrl: "https://www.tiktok.com/@mia.glow",
        email: "hola@miaskin.com",
        phone: "+18325550159",
        phoneVerified: true,
        firstName: "Mía",
        lastName: "Martínez",
        address: { line1: "1 Main St", city: "Austin", state: "TX", zip: "78701", country: "US" },
        gmvCents: 500_000,
        status: "active",
        tags: ["vip"],
        notes: [],
        whitelisted: false,
        optedOut: { email: false, sms: false },
        samples: 2,
        videos: 0,
        itemsSold: 0,
        lastSampledAt: daysAgo(3),
        updatedAt: NOW,
      },
    ]);
  });

  it("masks contacts for those who see them masked", async () => {
    const { rows } = await listRecords(connection, { ...ASKED, query: "tag:vip", actor: VIEWER });
    expect(JSON.stringify(rows)).not.toMatch(/miaskin|8325550159|1 Main St|78701/);
    expect(rows[0]).toMatchObject({ address: { city: "Austin", state: "TX" }, phone: "+1832*****59" });
  });
});

describe("a list", () => {
  it("is of one brand, or of all", async () => {
    expect(await ids("", { brandId: "dew" })).toBe("dan");
    expect(await ids("sort:handle", { brandId: "all" })).toBe("ana dan mia zoe");
    expect(await ids("brand:dew", { brandId: "all" })).toBe("dan");
  });

  it("knows products by id and by words of their name, with or without accents", async () => {
    expect(await ids("product:1001")).toBe("mia");
    expect(await ids('product:"glow serum"')).toBe("mia");
    expect(await ids('product:"glow cream"')).toBe("");
  });

  it("knows segments that it is given", async () => {
    const segments = new Map([["VIPs", readQuery("product:serum", "creators")]]);
    expect(await ids("segment:vips", { segments })).toBe("mia");
  });

  it("of samples is of the creators that by:(…) finds", async () => {
    const { rows } = await listRecords(connection, { ...ASKED, list: "samples", query: "by:(gmv:>1k)" });
    expect(rows).toEqual([
      { orderId: "1", skuId: "1", handle: "mia.glow", status: "delivered", orderedAt: daysAgo(3), brand: "default" },
    ]);
    const negated = await listRecords(connection, { ...ASKED, list: "samples", query: "-by:(tag:vip)" });
    expect(negated.rows.map(({ orderId }) => orderId)).toEqual(["2"]);
  });

  it("of videos has their figures", async () => {
    const { rows } = await listRecords(connection, { ...ASKED, list: "videos", query: "ctr:>1%" });
    expect(rows).toEqual([{ videoId: "9", ctr: 0.05, productIds: ["1001"], brand: "default", asOf: "2026-06-01" }]);
  });
});

describe("the total", () => {
  it.each([
    ["", 3],
    ["samples:>0", 2],
    ["-tag:vip", 2],
    ["sampled:never", 2],
    ["-sampled:never", 1],
    ["tag:vip OR samples:1", 2],
    ["mia", 1],
    ["mi", 1],
    ["handle:*li*", 0],
    ["name:mart gmv:>1k", 1],
    ["tag:none gmv:>1k", 0],
    ["has:address", 1],
    ["-has:address samples:0", 1],
  ])("of %s is the number of all that fit: %i", async (query, total) => {
    for (const count of [false, true]) {
      expect(await listRecords(connection, { ...ASKED, query, limit: 1, count })).toMatchObject({ total });
    }
  });

  it("goes with the cursor, so that later pages need not count", async () => {
    const first = await listRecords(connection, { ...ASKED, limit: 2 });
    const second = await listRecords(connection, { ...ASKED, limit: 2, cursor: first.next });
    expect([first.total, second.total, second.next]).toEqual([3, 3, undefined]);
  });

  it("stops at 10,000 and says that there are more, unless all are to be counted", async () => {
    const many = Array.from({ length: 10_050 }, (_, at) => ({
      _id: `many${at}`,
      handles: [`many${at}`],
      itemsSold: 7,
    }));
    await seedCreators(connection, many, "big");
    const asked = { ...ASKED, brandId: "big", limit: 1 };
    for (const query of ["", "items:7", "-items:8", "contacted:never", "handle:many", "items:7 status:active"]) {
      expect(await listRecords(connection, { ...asked, query })).toMatchObject({ total: 10_000, more: true });
      expect(await listRecords(connection, { ...asked, query, count: true })).toMatchObject({ total: 10_050 });
    }
  });
});

describe("what cannot be answered", () => {
  it("shows a mistake where it stands", async () => {
    await expect(ids("bagde:gold")).rejects.toMatchObject({
      code: "wrong-input",
      say: expect.stringContaining('^^^^^^\nThere is no field bagde:. Did you mean "badge:"?'),
    });
  });

  it("is a contact, for those who see them masked", async () => {
    await expect(ids("email:mia", { actor: VIEWER })).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each(["nonsense", "", "eyJxIjoieCJ9"])("is a cursor that is none: %j", async (cursor) => {
    await expect(ids("", { cursor })).rejects.toMatchObject({ code: "wrong-input" });
  });

  it("is a cursor of another query, order or brand", async () => {
    const { next: cursor } = await listRecords(connection, { ...ASKED, limit: 1 });
    expect(cursor).toBeDefined();
    for (const other of [{ query: "samples:>0" }, { query: "sort:handle" }, { brandId: "all" }]) {
      await expect(ids("", { cursor, ...other })).rejects.toMatchObject({ code: "wrong-input" });
    }
  });

  it("is a page without rows, or with more than a thousand", async () => {
    for (const limit of [0, 1_001, 1.5])
      await expect(ids("", { limit })).rejects.toMatchObject({ code: "wrong-input" });
  });
});

describe("a database without indexes", () => {
  it("gets those that lists are read by", async () => {
    for (const name of ["creators", "brandCreators"]) await connection.collection(name).dropIndexes();
    expect(await ids("tag:vip")).toBe("mia");
    expect(await ids("mia", { brandId: "all" })).toBe("mia");
    expect(Object.keys(await connection.collection("brandCreators").indexInformation())).toContain("brandId_1_tags_1");
  });
});
