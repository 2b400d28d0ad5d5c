import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete, LISTS, parseQuery, printQuery, readQuery } from "../../../core/query/index.js";
import { almostQuery, arbitraryQuery } from "./arbitrary-query.js";
import { meaningOf } from "./meaning.js";

const RUNS = { numRuns: 1_000 };

describe.each(LISTS)("queries about %s", (list) => {
  it("mean the same when they are printed and read again", () => {
    fc.assert(
      fc.property(arbitraryQuery(list), (query) => {
        expect(meaningOf(readQuery(printQuery(query), list))).toEqual(meaningOf(query));
      }),
      RUNS,
    );
  });

  it("are read, or refused at a place inside of the text, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(almostQuery, fc.string({ unit: "binary" }), fc.string()), (text) => {
        const parsed = parseQuery(text, list);
        if (parsed.ok) {
          const printed = printQuery(parsed.query);
          expect(meaningOf(readQuery(printed, list))).toEqual(meaningOf(parsed.query));
          expect(printQuery(readQuery(printed, list))).toBe(printed);
          return;
        }
        const { position, length, reason } = parsed.error;
        expect(position).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(position + length).toBeLessThanOrEqual(text.length);
        expect(reason).not.toBe("");
      }),
      { numRuns: 5_000 },
    );
  });

  it("can be completed at every place, whatever is typed", async () => {
    await fc.assert(
      fc.asyncProperty(almostQuery, fc.nat(60), async (text, cursor) => {
        const { from, to } = await complete(text, cursor, list, async () => ["vip"]);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(text.length);
      }),
      RUNS,
    );
  });
});
