import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsMask } from "../../../core/creators/values.js";
import { normalizePhone } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

describe("normalizePhone", () => {
  it.each([
    ["(832) 555-0159", "US", "+18325550159"],
    ["832.555.0159", "US", "+18325550159"],
    ["1 832 555 0159", "US", "+18325550159"],
    ["(+1)8325550159", "US", "+18325550159"],
    ["'+18325550159", "US", "+18325550159"],
    ["832-555-0159 ext. 12", "US", "+18325550159"],
    ["+1 832 555 0159 x12", "US", "+18325550159"],
    ["18325550159.0", "US", "+18325550159"],
    ["+44 20 7946 0958", "US", "+442079460958"],
    ["020 7946 0958", "GB", "+442079460958"],
  ])("reads %j in %s as verified %s", (cell, country, value) => {
    expect(normalizePhone(cell, country)).toEqual({ value, masked: false, verified: true });
  });

  it.each([
    ["(+1)832*****59", "US", "+1832*****59"],
    ["+1 832 *** **59", "US", "+1832*****59"],
    ["832*****59", "US", "+1832*****59"],
    ["1832*****59", "US", "+1832*****59"],
    ["001832*****59", "GB", "+1832*****59"],
    ["07***123456", "GB", "+447***123456"],
  ])("keeps the mask of %j in %s as %s, unverified", (cell, country, value) => {
    expect(normalizePhone(cell, country)).toEqual({ value, masked: true, verified: false });
  });

  it("takes a mask that shows no digit for no value", () => {
    expect(normalizePhone("*****", "US")).toBeUndefined();
  });

  it.each([
    ["5.55E9", "is a phone number that a spreadsheet rounded; export it again as CSV"],
    ["1.83255E+10", "is a phone number that a spreadsheet rounded"],
    ["123", "is too short or too long for a phone number of US"],
    ["832555015999", "is too short or too long"],
    ["call me", "is no phone number"],
    ["832***x", "is no masked phone number"],
  ])("refuses %j: it %s", (cell, reason) => {
    expect(reasonOf(normalizePhone(cell, "US"))).toContain(reason);
  });

  it("needs the country code where the brand's country is unknown", () => {
    expect(normalizePhone("+18325550159", "??")).toMatchObject({ value: "+18325550159" });
    reasonOf(normalizePhone("8325550159", "??"));
  });
});

describe("fitsMask", () => {
  it("holds for a number and its own mask, and for no other area code", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/), (digits) => {
        const mask = `(+1)${digits.slice(0, 3)}*****${digits.slice(-2)}`;
        const masked = normalizePhone(mask, "US");
        const value = masked !== undefined && "value" in masked ? masked.value : "";
        expect(fitsMask(`+1${digits}`, value)).toBe(true);
        expect(fitsMask(`+1999${digits.slice(3)}`, value)).toBe(digits.startsWith("999"));
      }),
    );
  });
});
