import { describe, expect, it } from "vitest";
import { normalizeText } from "../../../core/normalize/index.js";

describe("normalizeText", () => {
  it.each([
    ["  Glow \n  Serum\t30 ml ", "Glow Serum 30 ml"],
    ["CrÃ¨me brÃ»lÃ©e", "Crème brûlée"],
    ["'@home serum", "@home serum"],
    ["'tis", "'tis"],
    ['="0012"', "0012"],
    ["0", "0"],
  ])("reads %j as %j", (cell, text) => {
    expect(normalizeText(cell, 100)).toBe(text);
  });

  it("cuts at the cap, never within a character", () => {
    expect(normalizeText("abcdef", 4)).toBe("abcd");
    expect(normalizeText("abc💕def", 4)).toBe("abc");
    expect(normalizeText("abc def", 4)).toBe("abc");
  });
});
