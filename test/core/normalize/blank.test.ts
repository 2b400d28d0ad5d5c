import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlank } from "../../../core/normalize/index.js";

describe("isBlank", () => {
  it.each(["", "   ", "\t", "-", "--", " - ", "N/A", "n/a", "null", "NULL", "none", "None ", "\ufeff"])(
    "takes %j for no value",
    (cell) => {
      expect(isBlank(cell)).toBe(true);
    },
  );

  it.each(["0", "0.00", "---", "no", "nothing", "NA", "$0"])("takes %j for a value", (cell) => {
    expect(isBlank(cell)).toBe(false);
  });

  it("takes every number for a value", () => {
    fc.assert(fc.property(fc.integer(), (number) => !isBlank(String(number))));
  });
});
