import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeRate } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

describe("normalizeRate", () => {
  it.each([
    ["5.93%", 0.0593],
    ["5.93 %", 0.0593],
    ["5,93%", 0.0593],
    ["593.2%", 5.932],
    ["100%", 1],
    ["0%", 0],
    ["0.07%", 0.0007],
    ["0.0593", 0.0593],
    ["5.93", 5.93],
    ["1.2E-05", 0.000012],
  ])("reads %j as exactly %d", (cell, rate) => {
    expect(normalizeRate(cell)).toBe(rate);
  });

  it.each(["-5%", "five", "5%%", "%", "1,234%", "1e99", "12345678901234567"])("refuses %j", (cell) => {
    expect(reasonOf(normalizeRate(cell))).toContain("is no rate; expected one such as 5.93% or 0.0593");
  });

  it("reads per cent with two decimals as the number that its digits make", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (hundredths) => {
        const percent = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}%`;
        expect(normalizeRate(percent)).toBe(hundredths / 10_000);
      }),
    );
  });

  it("leaves its own result as it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => {
        const rate = millionths / 1_000_000;
        expect(normalizeRate(String(rate))).toBe(rate);
      }),
    );
  });
});
