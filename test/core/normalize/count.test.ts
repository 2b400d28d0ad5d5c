import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeCount } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

describe("normalizeCount", () => {
  it.each([
    ["0", 0],
    ["007", 7],
    ["1,234", 1_234],
    ["1,234,567", 1_234_567],
    ["12.0", 12],
    ["12.00", 12],
    ["12.3k", 12_300],
    ["12,3K", 12_300],
    ["1.2m", 1_200_000],
    ["1.234M", 1_234_000],
    ["2B", 2_000_000_000],
    ["1.5K followers", 1_500],
    ["12 videos", 12],
    ["1.2345k", 1_235],
    ["9007199254740991", 9_007_199_254_740_991],
  ])("reads %j as %i", (cell, count) => {
    expect(normalizeCount(cell)).toBe(count);
  });

  it.each([
    ["-3", "is negative"],
    ["(3)", "is negative"],
    ["1.5", "is not whole"],
    ["1.234", "may mean thousands or decimals"],
    ["1.000", "may mean thousands or decimals"],
    ["12 thousand", "is no count"],
    ["5%", "is no count"],
    ["$5", "is no count"],
    ["NaN", "is no count"],
    ["Infinity", "is no count"],
    ["1e5", "is no count"],
    ["9007199254740992", "is too large"],
  ])("refuses %j: it %s", (cell, reason) => {
    expect(reasonOf(normalizeCount(cell))).toContain(reason);
  });

  it("reads any whole number, with and without thousands separators", () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        expect(normalizeCount(String(count))).toBe(count);
        expect(normalizeCount(count.toLocaleString("en-US"))).toBe(count);
      }),
    );
  });
});
