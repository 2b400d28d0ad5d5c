import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { compileQuery, readQuery } from "../../../core/query/index.js";
import { testDatabase } from "../../support/database.js";
import { collectionOf, makeListed, NOW } from "./seed-lists.js";

const connection = testDatabase();

/** Every handle of one to six letters a and b. */
const HANDLES = Array.from({ length: 6 }, (_, at) => at + 1).flatMap((length) =>
  Array.from({ length: 2 ** length }, (_, bits) =>
    bits.toString(2).padStart(length, "0").replace(/0/g, "a").replace(/1/g, "b"),
  ),
);

beforeAll(async () => {
  await collectionOf(connection, "creators").insertMany(HANDLES.map((handle) => makeListed({ _id: handle })));
});

const filterOf = (query: string) => compileQuery(readQuery(query, "creators"), { now: NOW, zone: "UTC" }).filter;

describe("handle: with *", () => {
  it("finds what any letters in the places of the stars make", async () => {
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*"), minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(pattern, async (text) => {
        const rows = await collectionOf(connection, "creators")
          .find(filterOf(`handle:${text}`))
          .toArray();
        const plain = new RegExp(`^${text.replaceAll("*", ".*")}${text.includes("*") ? "$" : ""}`);
        expect(rows.map(({ _id }) => _id)).toEqual(HANDLES.filter((handle) => plain.test(handle)));
      }),
      { numRuns: 300 },
    );
  });

  it("looks for each piece once, so that many stars cost no more than few", () => {
    expect(filterOf("handle:a*b*c*d")).toEqual({
      handles: { $regex: "^a(?>[\\s\\S]*?b)(?>[\\s\\S]*?c)[\\s\\S]*d$" },
    });
    expect(filterOf("notes:*a*b*")).toEqual({ "search.notes": { $regex: "^(?>[\\s\\S]*?a)(?>[\\s\\S]*?b)" } });
  });
});
