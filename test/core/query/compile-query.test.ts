import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type CompileOptions,
  compileQuery,
  compileWithCreators,
  LISTS,
  type ListName,
  namesIn,
  readQuery,
} from "../../../core/query/index.js";
import { testDatabase } from "../../support/database.js";
import { arbitraryQuery } from "./arbitrary-query.js";
import { collectionOf, daysAgo, makeListed, NOW } from "./seed-lists.js";

const connection = testDatabase();
const options: CompileOptions = { now: NOW, zone: "UTC" };
const compile = (query: string, list: ListName = "creators", more: Partial<CompileOptions> = {}) =>
  compileQuery(readQuery(query, list), { ...options, ...more });

beforeAll(async () => {
  await collectionOf(connection, "samples").insertMany([
    {
      _id: "s1",
      handle: "mia",
      creatorId: "c1",
      brandId: "b1",
      productId: "p1",
      search: { product: "glow serum 30 ml" },
      status: "delivered",
      quantity: 1,
      orderedAt: daysAgo(9),
      deliveredAt: daysAgo(3),
      state: "CA",
    },
    {
      _id: "s2",
      handle: "ana",
      creatorId: "c2",
      brandId: "b1",
      search: { product: "serum, glow" },
      status: "pending",
      quantity: 2,
      orderId: "576",
      orderedAt: daysAgo(1),
    },
    { _id: "s3", handle: "mia", creatorId: "c1", brandId: "b2", search: {}, status: "cancelled" },
  ]);
  await collectionOf(connection, "videos").insertMany([
    {
      _id: "v1",
      handle: "mia",
      creatorId: "c1",
      brandId: "b1",
      productIds: ["p1", "p2"],
      search: { title: "unboxing glow serum" },
      gmvCents: 1_050,
      ctr: 0.0593,
      likes: 5,
      postedAt: daysAgo(2),
    },
    { _id: "v2", brandId: "b1", productIds: [], search: {}, gmvCents: 0, videoId: "731" },
  ]);
  await collectionOf(connection, "brandCreators").insertMany([
    { ...makeListed({ _id: "b1:c1", handles: ["mia"], followers: 10 }), brandId: "b1", creatorId: "c1" },
    { ...makeListed({ _id: "b1:c2", handles: ["ana"], followers: 20 }), brandId: "b1", creatorId: "c2" },
    { ...makeListed({ _id: "b2:c1", handles: ["mia"], followers: 30 }), brandId: "b2", creatorId: "c1" },
  ]);
});

async function found(query: string, list: ListName, more: Partial<CompileOptions> = {}): Promise<string> {
  const creatorIdsOf = async ({ collection, filter }: ReturnType<typeof compileQuery>) =>
    (await collectionOf(connection, collection).find(filter).toArray()).map(({ creatorId }) => String(creatorId));
  const asked = { ...options, ...more };
  const { collection, filter, sort } = await compileWithCreators(readQuery(query, list), asked, creatorIdsOf);
  const rows = await collectionOf(connection, collection).find(filter).sort(sort).toArray();
  return rows.map(({ _id }) => _id).join(" ");
}

describe("samples, newest order first", () => {
  it.each([
    ["", "s2 s1 s3"],
    ["sort:ordered-asc -ordered:never", "s1 s2"],
    ["sort:handle", "s2 s1 s3"],
    ["mia", "s1 s3"],
    ["mi", "s1 s3"],
    ['"glow serum"', "s1"],
    ['product:"glow serum"', "s2 s1"],
    ["product:p1", "s1"],
    ["order:576", "s2"],
    ["order:57", ""],
    ["order:57*", "s2"],
    ["status:delivered,canceled", "s1 s3"],
    ["quantity:>1", "s2"],
    ["delivered:<1w", "s1"],
    ["delivered:never", "s2 s3"],
    ["state:CA", "s1"],
    ["brand:dew", "s3"],
  ])("%s", async (query, expected) => {
    expect(await found(query, "samples", { brandIds: new Map([["dew", "b2"]]) })).toBe(expected);
  });
});

describe("videos, newest first", () => {
  it.each([
    ["", "v1 v2"],
    ["sort:gmv-asc", "v2 v1"],
    ["unbox", "v1"],
    ["title:glow", "v1"],
    ["product:p2", "v1"],
    ["gmv:10.50", "v1"],
    ["gmv:0", "v2"],
    ["ctr:>5%", "v1"],
    ["ctr:5.93%", "v1"],
    ["video:731", "v2"],
    ["posted:never", "v2"],
  ])("%s", async (query, expected) => {
    expect(await found(query, "videos")).toBe(expected);
  });
});

describe("by:(…)", () => {
  it.each([
    ["by:(followers:>15)", "s2"],
    ["by:(mia)", "s1"],
    ["-by:(mia)", "s2"],
    ["by:(mia) OR by:(ana)", "s2 s1"],
    ["by:(mia) -by:(ana)", "s1"],
    ["by:(nobody)", ""],
    ["-by:(nobody)", "s2 s1"],
  ])("%s, of one brand", async (query, expected) => {
    expect(await found(query, "samples", { brandId: "b1" })).toBe(expected);
  });

  it("asks for creators of the brand, for those of all brands where none is given", () => {
    expect(compile("by:(mia)", "videos", { brandId: "b1" }).by).toMatchObject([{ collection: "brandCreators" }]);
    expect(compile("by:(mia)", "videos").by).toMatchObject([{ collection: "creators" }]);
  });

  it("finds nothing as long as its creators are not known, also when it is negated", () => {
    expect(compile("-by:(mia) OR a", "samples").filter).toEqual({ _id: { $in: [] } });
  });

  it("keeps contacts from those who see them masked", () => {
    expect(() => compile("by:(email:gmail)", "samples", { contacts: false })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });
});

describe("the filter", () => {
  it("of one brand asks for its creators, of all brands for those of each", () => {
    const brandIds = new Map([["dew", "b2"]]);
    expect(compile("brand:dew", "creators", { brandIds })).toMatchObject({
      collection: "creators",
      filter: { brandIds: { $eq: "b2" } },
    });
    expect(compile("brand:dew", "creators", { brandIds, brandId: "b1" })).toMatchObject({
      collection: "brandCreators",
      filter: { $and: [{ brandId: { $eq: "b1" } }, { brandId: { $eq: "b2" } }] },
    });
  });

  it("asks the index of suffixes first", () => {
    expect(compile("handle:*glow*").filter).toEqual({
      $and: [{ "search.suffixes": { $all: [/^glow/] } }, { handles: { $regex: "glow" } }],
    });
  });

  it("of a prefix can use the index of handles", () => {
    expect(compile("handle:mia.g").filter).toEqual({ handles: { $regex: "^mia\\.g" } });
  });

  it("of many whole handles is one list", () => {
    expect(compile("handle:=a,=b,=c").filter).toEqual({ handles: { $in: ["a", "b", "c"] } });
  });

  it("sorts by the path, then by id in the same direction", () => {
    expect(compile("sort:gmv").sort).toEqual({ gmvCents: -1, _id: -1 });
    expect(compile("sort:gmv-asc").sort).toEqual({ gmvCents: 1, _id: 1 });
    expect(compile("sort:handle").sort).toEqual({ handle: 1, _id: 1 });
  });

  it("counts ages by the calendar of the zone", () => {
    const now = new Date("2026-03-09T12:00:00Z");
    const since = new Date("2026-03-07T13:00:00Z");
    expect(compile("sampled:<2d", "creators", { now, zone: "America/New_York" }).filter).toEqual({
      lastSampledAt: { $gt: since },
    });
  });
});

describe("names", () => {
  const brandIds = new Map([["glow", "b1"]]);
  const segments = new Map([
    ["a", readQuery("segment:b", "creators")],
    ["b", readQuery("x OR segment:c", "creators")],
    ["c", readQuery("segment:a", "creators")],
    ["secret", readQuery("email:gmail", "creators")],
    ["deep", readQuery("-(a OR -(b c OR -(d e OR -(f g OR -(h i OR -(j k OR -(l m)))))))", "creators")],
    ["videos", readQuery("title:x", "videos")],
  ]);

  it.each([
    ["brand:glwo", 'brand:glwo\n      ^^^^\nThere is no brand "glwo". Did you mean "glow"?'],
    ["tag:x segment:secrte", 'Did you mean "secret"?'],
    ["x segment:a", "  ^^^^^^^^^\nIn segment"],
    ["segment:a", "Segments go in a circle: a → b → c → a"],
    ["segment:videos", 'Segment "videos" is of videos'],
  ])("%s", (query, say) => {
    const expected = { code: "wrong-input", say: expect.stringContaining(say.replace("  ^^^^^^^^^", "^")) };
    expect(() => compile(query, "creators", { brandIds, segments })).toThrow(expect.objectContaining(expected));
  });

  it("forbids a contact that hides in a segment", () => {
    expect(() => compile("segment:secret", "creators", { segments, contacts: false })).toThrow(
      expect.objectContaining({ code: "forbidden", say: expect.stringContaining('In segment "secret": You see') }),
    );
  });

  it("are listed, so that they can be looked up", () => {
    const query = readQuery('product:p1,"glow serum" OR by:(-(product:p2 segment:a) brand:x)', "samples");
    expect(namesIn(query, "product")).toEqual(["p1", "glow serum", "p2"]);
    expect(namesIn(query, "segment")).toEqual(["a"]);
    expect(namesIn(query, "brand")).toEqual(["x"]);
  });
});

describe("whatever is asked", () => {
  const resolving = {
    brandIds: { get: () => "b1" } as unknown as ReadonlyMap<string, string>,
    segments: new Map<string, never>(),
  };

  it.each(LISTS)("the database can answer it: %s", async (list) => {
    await fc.assert(
      fc.asyncProperty(arbitraryQuery(list), async (query) => {
        fc.pre(namesIn(query, "segment").length === 0);
        const asked = { ...options, ...resolving };
        const { collection, filter, sort } = await compileWithCreators(query, asked, async () => ["c1"]);
        await collectionOf(connection, collection).find(filter).sort(sort).toArray();
      }),
      { numRuns: 300 },
    );
  });

  it.each(LISTS)("a person's words are never operators, no list of alternatives is empty: %s", (list) => {
    fc.assert(
      fc.property(arbitraryQuery(list), (query) => {
        fc.pre(namesIn(query, "segment").length === 0);
        checkFilter(
          compileQuery(query, { ...options, ...resolving, creatorIds: [[], [], [], [], [], [], [], []] }).filter,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '{"$gt":""}',
    "$where",
    '"$where: sleep(1000)"',
    'handle:"{$ne:null}"',
    "tag:$ne",
    'handle:="$regex"',
    '"(a+)+$" "(?:" "[" "a{99999}" "\\\\E" "\\\\"',
    'handle:*"',
    "a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b*",
    "\u202e\u0130\ud83d\ude00\ufdfa",
    `${"-(a OR b c ".repeat(10)}d${")".repeat(10)}`,
    "ab ".repeat(100),
    `notes:${"*a".repeat(90)}*b`,
    `notes:${"a*".repeat(90)}b`,
    "notes:*a*b",
    `handle:${"ab,".repeat(999)}ab`,
    `${"ab,".repeat(999)}ab`,
  ])("stays harmless: %s", async (text) => {
    await collectionOf(connection, "creators").deleteMany({});
    await collectionOf(connection, "creators").insertOne(
      makeListed({ _id: "a", handles: ["a".repeat(200)], noted: "a".repeat(30_000) }),
    );
    let query: ReturnType<typeof readQuery>;
    try {
      query = readQuery(text, "creators");
    } catch (error) {
      expect(error).toMatchObject({ code: "wrong-input" });
      return;
    }
    const { filter } = compileQuery(query, options);
    const rows = await collectionOf(connection, "creators").find(filter).maxTimeMS(2_000).toArray();
    expect(rows).toEqual([]);
  });
});

const OPERATORS = new Set([
  "$and",
  "$or",
  "$nor",
  "$eq",
  "$in",
  "$gt",
  "$gte",
  "$lt",
  "$lte",
  "$regex",
  "$all",
  "$expr",
]);

function checkFilter(value: unknown): void {
  if (typeof value !== "object" || value === null || value instanceof Date) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith("$")) expect(OPERATORS).toContain(key);
    else if (!Array.isArray(value)) expect(key).toMatch(/^[a-zA-Z._0-9]+$/);
    if (key === "$and" || key === "$or" || key === "$nor") expect(inner).not.toHaveLength(0);
    if (key === "$eq" || key === "$in") continue;
    checkFilter(inner);
  }
}
