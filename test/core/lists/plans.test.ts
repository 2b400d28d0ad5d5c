import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBrand } from "../../../core/brands/index.js";
import { listRecords } from "../../../core/lists/index.js";
import { ensureIndexes } from "../../../core/models.js";
import {
  askableFields,
  type Field,
  LISTS,
  type ListName,
  readQuery,
  sortableFields,
} from "../../../core/query/index.js";
import { asOwner } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { daysAgo, NOW } from "../query/seed-lists.js";
import { ASKED, seedCreators } from "./seed-creators.js";

const connection = testDatabase();

/** How MongoDB went about one request, out of its own record of them. */
interface Profiled {
  ns: string;
  op: string;
  planSummary?: string;
  hasSortStage?: boolean;
  command: { find?: string; filter?: object };
}

const COUNT = 400;
const some = <T>(at: number, share: number, value: T) => (at % share === 0 ? value : undefined);

beforeAll(async () => {
  await ensureIndexes(connection);
  await addBrand(connection, { slug: "glow" }, asOwner(NOW));
  const made = (brand: string) => (_: unknown, at: number) => ({
    _id: `${brand}${at}`,
    handles: [`${brand}.user${at}`],
    name: `Mia Martinez ${at}`,
    ...JSON.parse(
      JSON.stringify({
        email: some(at, 2, `mia${at}@example.com`),
        phone: some(at, 3, `+1832555${1000 + at}`),
        phoneVerified: some(at, 3, true),
        state: some(at, 4, "CA"),
        country: some(at, 4, "US"),
        city: some(at, 4, "Austin"),
        badgeRank: some(at, 5, at % 8),
        followers: some(at, 3, at * 100),
        gmvCents: some(at, 2, at * 10_000),
        gmv30Cents: some(at, 7, at * 1_000),
        noted: some(at, 50, "free shipping"),
      }),
    ),
    tags: at % 20 === 0 ? ["vip"] : [],
    samples: at % 3,
    videos: at % 2,
    itemsSold: at % 11,
    lastSampledAt: at % 3 === 0 ? undefined : daysAgo(at),
  });
  for (const brand of ["default", "glow"]) {
    await seedCreators(connection, Array.from({ length: COUNT }, made(brand)).map(withoutUnknown), brand);
  }
  const facts = Array.from({ length: COUNT }, (_, at) => ({
    brandId: at % 2 ? "default" : "glow",
    handle: `user${at}`,
    creatorId: `default${at}`,
    status: "delivered",
    quantity: at % 3,
    orderedAt: daysAgo(at),
    gmvCents: at,
    likes: at % 7,
    postedAt: daysAgo(at),
    productIds: ["1001"],
    productNames: [],
    search: { product: "glow serum", title: "unboxing" },
  }));
  await connection
    .collection<{ _id: string }>("samples")
    .insertMany(
      facts.map((fact, at) => ({ ...fact, _id: `${at}:1`, orderId: `${at}`, skuId: "1", productId: "1001" })),
    );
  await connection
    .collection<{ _id: string }>("videos")
    .insertMany(facts.map((fact, at) => ({ ...fact, _id: `${fact.brandId}:${at}`, videoId: `${at}` })));
  await connection.db?.command({ profile: 2 });
});

afterAll(() => connection.db?.command({ profile: 0 }));

const withoutUnknown = <T extends object>(made: T): T =>
  Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as T;

/** The requests to the list's own collections that a page of a query takes. */
async function profiled(list: ListName, query: string, brandId: string): Promise<Profiled[]> {
  const since = new Date();
  const segments = new Map([
    ["vips", readQuery("tag:vip", "creators")],
    ["not now", readQuery("status:inactive", "creators")],
  ]);
  const first = await listRecords(connection, { ...ASKED, list, query, brandId, limit: 10, segments });
  if (first.next !== undefined) {
    await listRecords(connection, { ...ASKED, list, query, brandId, limit: 10, segments, cursor: first.next });
  }
  const lists = ["creators", "brandCreators", "samples", "videos"].map((name) => `${connection.name}.${name}`);
  const found = await connection
    .collection("system.profile")
    .find({ ts: { $gte: since }, ns: { $in: lists }, op: { $in: ["query", "command", "getmore"] } })
    .toArray();
  return found as unknown as Profiled[];
}

const pagesOf = (requests: Profiled[]) => requests.filter(({ command }) => command.find !== undefined);
const plansOf = (requests: Profiled[]) => requests.map(({ planSummary = "" }) => planSummary);

/** Whether what is asked and what is sorted by are the same. */
const isByItself = (field: Field): boolean =>
  "path" in field && field.sort?.path === field.path && field.kind !== "text";

describe.each(LISTS)("a list of %s", (list) => {
  describe.each(["default", "all"])("of brand %s", (brandId) => {
    it.each(sortableFields(list).map(({ name }) => name))("goes along an index by %s, both ways", async (name) => {
      for (const direction of ["asc", "desc"]) {
        const requests = await profiled(list, `sort:${name}-${direction}`, brandId);
        expect(requests.length).toBeGreaterThan(2);
        expect(plansOf(requests).join()).not.toContain("COLLSCAN");
        expect(requests.filter(({ hasSortStage }) => hasSortStage)).toEqual([]);
      }
    });

    const asked = askableFields(list).filter(({ kind }) => kind !== "sort");
    const examples = asked.flatMap((field) => field.examples.map((example) => [example, field] as const));
    it.each(examples)("reads no collection from end to end for %s", async (example, field) => {
      const sort = field.sort ? ` sort:${field.name}` : "";
      const requests = await profiled(list, example + sort, brandId);
      expect(requests.length).toBeGreaterThan(0);
      expect(plansOf(pagesOf(requests)).join()).not.toContain("COLLSCAN");
      if (isByItself(field)) expect(pagesOf(requests).filter(({ hasSortStage }) => hasSortStage)).toEqual([]);
    });
  });
});
