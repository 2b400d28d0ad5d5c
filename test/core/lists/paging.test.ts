import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listRecords, streamRecords } from "../../../core/lists/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { testDatabase } from "../../support/database.js";
import { ASKED, seedCreators } from "./seed-creators.js";

const connection = testDatabase();
const creators = connection.collection<{ _id: string; [field: string]: unknown }>("creators");
const links = connection.collection<{ _id: string; [field: string]: unknown }>("brandCreators");
const videos = connection.collection<{ _id: string; [field: string]: unknown }>("videos");

beforeAll(() => ensureIndexes(connection));
beforeEach(async () => {
  await Promise.all([creators.deleteMany({}), links.deleteMany({}), videos.deleteMany({})]);
});

const SORTS = ["gmv", "gmv-asc", "followers", "followers-asc", "posted", "posted-asc", "handle", "handle-desc"];

/** Few values, so that many are equal, and many without one. */
const value = fc.option(fc.integer({ min: -2, max: 3 }), { nil: undefined, freq: 2 });
const creator = fc.record({ gmv: value, followers: value, posted: value });

function made(id: string, { gmv, followers, posted }: { gmv?: number; followers?: number; posted?: number }) {
  return {
    _id: id,
    ...(gmv === undefined ? {} : { gmvCents: gmv }),
    ...(followers === undefined ? {} : { followers }),
    ...(posted === undefined ? {} : { lastPostedAt: new Date(posted * 1_000) }),
  };
}

async function allPages(query: string, brandId: string, limit: number, between: () => Promise<void> = async () => {}) {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(connection, { ...ASKED, query, brandId, limit, cursor });
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
    await between();
  } while (cursor !== undefined);
  return ids;
}

/** What the order has to be, told by other means. */
function sorted(rows: { _id: string; [field: string]: unknown }[], sort: string): string[] {
  const [name = "", way] = sort.split("-");
  const path = { gmv: "gmvCents", followers: "followers", posted: "lastPostedAt", handle: "handle" }[name] ?? "";
  const direction = way === "asc" || (name === "handle" && way === undefined) ? 1 : -1;
  const compare = (a: unknown, b: unknown) => (a === b ? 0 : (a as number) < (b as number) ? -1 : 1);
  const key = (row: Record<string, unknown>) => (row[path] instanceof Date ? row[path].getTime() : row[path]);
  return [...rows]
    .sort((a, b) => {
      if ((key(a) === undefined) !== (key(b) === undefined)) return key(a) === undefined ? 1 : -1;
      return direction * (compare(key(a), key(b)) || compare(a._id, b._id));
    })
    .map(({ _id }) => _id);
}

describe("pages", () => {
  it("put unknown values last whichever way the list goes, and equal ones by id", async () => {
    const rows = [made("a", { gmv: 1 }), made("b", {}), made("c", { gmv: 2 }), made("d", { gmv: 1 }), made("e", {})];
    await seedCreators(connection, rows);
    expect(await allPages("sort:gmv", "default", 2)).toEqual(["c", "d", "a", "e", "b"]);
    expect(await allPages("sort:gmv-asc", "default", 2)).toEqual(["a", "d", "c", "b", "e"]);
  });

  it("hold every creator once and in order, whatever is equal or unknown and however long a page is", async () => {
    const arbitrary = [
      fc.array(creator, { maxLength: 25 }),
      fc.constantFrom(...SORTS),
      fc.integer({ min: 1, max: 7 }),
    ] as const;
    await fc.assert(
      fc.asyncProperty(...arbitrary, fc.constantFrom("default", "all"), async (given, sort, limit, brandId) => {
        await Promise.all([creators.deleteMany({}), links.deleteMany({})]);
        const rows = given.map((each, at) => made(`c${at}`, each));
        await seedCreators(connection, rows);
        const expected = sorted(
          rows.map((row) => ({ handle: row._id, ...row })),
          sort,
        );
        expect(await allPages(`sort:${sort}`, brandId, limit)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("neither repeat nor leave out what stays as it is, while others write between them", async () => {
    const arbitrary = [fc.array(creator, { minLength: 5, maxLength: 25 }), fc.constantFrom(...SORTS)] as const;
    const writes = fc.array(fc.tuple(fc.constantFrom("add", "change", "drop"), fc.nat(), creator), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(...arbitrary, fc.integer({ min: 1, max: 4 }), writes, async (given, sort, limit, changes) => {
        await Promise.all([creators.deleteMany({}), links.deleteMany({})]);
        await seedCreators(
          connection,
          given.map((each, at) => made(`c${at}`, each)),
        );
        const touched = new Set<string>();
        const left = [...changes];
        const write = async () => {
          for (const [kind, at, values] of left.splice(0, 2)) {
            const id = kind === "add" ? `n${left.length}${at}` : `c${at % given.length}`;
            if (touched.has(id)) continue;
            touched.add(id);
            if (kind === "add") await seedCreators(connection, [made(id, values)]);
            else {
              await links.deleteOne({ _id: `default:${id}` });
              await creators.deleteOne({ _id: id });
              if (kind === "change") await seedCreators(connection, [made(id, values)]);
            }
          }
        };
        const ids = await allPages(`sort:${sort}`, "default", limit, write);
        const untouched = given.map((_, at) => `c${at}`).filter((id) => !touched.has(id));
        expect(ids.filter((id) => untouched.includes(id)).sort()).toEqual(untouched.sort());
      }),
      { numRuns: 60 },
    );
  });

  it("of samples and videos over all brands go by value, brand and id", async () => {
    const rows = ["b:2", "a:2", "b:1", "a:1", "b:3"].map((_id, at) => {
      const [brandId = "", videoId = ""] = _id.split(":");
      const known = at < 3 ? { gmvCents: 5 } : {};
      return { _id, brandId, videoId, ...known, productIds: [], productNames: [], asOf: "2026-01-01", search: {} };
    });
    await videos.insertMany(rows);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const asked = { ...ASKED, list: "videos", query: "sort:gmv-asc", brandId: "all", limit: 1, cursor } as const;
      const page = await listRecords(connection, asked);
      found.push(...page.rows.map(({ brand, videoId }) => `${brand}:${videoId}`));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(found).toEqual(["a:2", "b:1", "b:2", "a:1", "b:3"]);
  });

  it("all in a stream are what they are one by one", async () => {
    const rows = Array.from({ length: 2_300 }, (_, at) => made(`c${at}`, { gmv: at % 3 === 0 ? undefined : at % 7 }));
    await seedCreators(connection, rows);
    const streamed: string[] = [];
    for await (const { id } of streamRecords(connection, { ...ASKED, query: "sort:gmv-asc" })) streamed.push(id);
    expect(streamed).toEqual(sorted(rows, "gmv-asc"));
  });

  it("of a filter that few fit are as those of one that many fit", async () => {
    const rows = Array.from({ length: 300 }, (_, at) =>
      made(`c${at}`, { gmv: at % 5, followers: at < 6 ? at % 2 : undefined }),
    );
    await seedCreators(connection, rows);
    const few = rows.slice(0, 6).map((row) => ({ handle: row._id, ...row }));
    for (const sort of SORTS)
      expect(await allPages(`followers:>=0 sort:${sort}`, "default", 2)).toEqual(sorted(few, sort));
  });
});
