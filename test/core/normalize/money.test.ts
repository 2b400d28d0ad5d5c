import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeMoney } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

describe("normalizeMoney", () => {
  it.each([
    ["$1,234.56", 123_456],
    ["1234.5", 123_450],
    ["US$ 12", 1_200],
    ["USD 12.50", 1_250],
    ["12.50 usd", 1_250],
    ["12.50$", 1_250],
    ["$1.2K", 120_000],
    ["$1.2345k", 123_450],
    ["3M", 300_000_000],
    ["$0.5 B", 50_000_000_000],
    ["($50.00)", -5_000],
    ["-$50", -5_000],
    ["$-50", -5_000],
    ["−50", -5_000],
    ["+50", 5_000],
    ["0", 0],
    ["-0.00", 0],
    [".5", 50],
    ["5.", 500],
    ["1,234,567", 123_456_700],
    ["$1.005", 101],
    ["$1.0049", 100],
    ["$8.165", 817],
    ["90071992547409.91", 9_007_199_254_740_991],
    ["12,50", 1_250],
    ["1.234,56", 123_456],
    ["1.234.567", 123_456_700],
    ["1 234,56", 123_456],
    ["1'234.50", 123_450],
  ])("reads %j as %i cents", (cell, cents) => {
    expect(normalizeMoney(cell, "USD")).toBe(cents);
  });

  it.each([
    ["€12", "USD", '"€12" is in EUR, and the brand\'s currency is USD'],
    ["12 GBP", "USD", '"12 GBP" is in GBP, and the brand\'s currency is USD'],
    ["CA$5", "USD", '"CA$5" is in CAD, and the brand\'s currency is USD'],
    ["$12 CAD", "USD", '"$12 CAD" is in CAD, and the brand\'s currency is USD'],
    ["$12", "EUR", '"$12" is in USD, and the brand\'s currency is EUR'],
  ])("refuses %j for a brand in %s and names both currencies", (cell, currency, reason) => {
    expect(reasonOf(normalizeMoney(cell, currency))).toBe(reason);
  });

  it.each([
    ["$12", "CAD", 1_200],
    ["£12.50", "GBP", 1_250],
    ["¥300", "JPY", 30_000],
    ["€1.234,56", "EUR", 123_456],
    ["€1,234.56", "EUR", 123_456],
    ["12,5 €", "EUR", 1_250],
    ["€1.2K", "EUR", 120_000],
  ])("reads %j for a brand in %s", (cell, currency, cents) => {
    expect(normalizeMoney(cell, currency)).toBe(cents);
  });

  it.each(["1,234", "1.234", "€1,234"])("refuses %j in euros, where it may mean thousands or decimals", (cell) => {
    expect(reasonOf(normalizeMoney(cell, "EUR"))).toContain("may mean thousands or decimals");
  });

  it.each([
    "abc",
    "$",
    "12 apples",
    "1,23,4",
    "1,2345",
    "1.2.3",
    "--5",
    "(-5)",
    "5-3",
    "12:30",
    "1e5",
    "$1.2KB",
    "1,234,56",
  ])("refuses %j as no amount of money", (cell) => {
    expect(reasonOf(normalizeMoney(cell, "USD"))).toContain("is no amount of money; expected one in USD");
  });

  it.each(["90071992547409.92", "99999999999999999999", "90,072B"])("refuses %j as too large", (cell) => {
    expect(reasonOf(normalizeMoney(cell, "USD"))).toContain("is too large");
  });

  it("gets any amount back from how it is written", () => {
    const cents = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });
    const written = (amount: number): string => {
      const digits = String(Math.abs(amount)).padStart(3, "0");
      const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
      return `${amount < 0 ? "-" : ""}$${whole}.${digits.slice(-2)}`;
    };
    fc.assert(fc.property(cents, (amount) => normalizeMoney(written(amount), "USD") === amount));
  });
});
