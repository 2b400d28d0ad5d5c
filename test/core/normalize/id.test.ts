import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeId, videoIdOf } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

describe("normalizeId", () => {
  it.each([
    ["7690512345678901234\t", "7690512345678901234"],
    ["'7690512345678901234", "7690512345678901234"],
    ['="7690512345678901234"', "7690512345678901234"],
    ["0012", "0012"],
    ["1729384.0", "1729384"],
  ])("reads %j as %j", (cell, id) => {
    expect(normalizeId(cell)).toBe(id);
  });

  it.each(["7.69051E+18", "7.69051e18", "7E+18", "7,69051E+18", "7690512345678901234.0"])(
    "refuses %j, which a spreadsheet has rounded",
    (cell) => {
      expect(reasonOf(normalizeId(cell))).toBe(
        `"${cell}" is an id that a spreadsheet turned into a number; export it again as CSV`,
      );
    },
  );

  it.each(["ABC-1", "12 34", "-5", "1.5", "1".repeat(33)])("refuses %j", (cell) => {
    expect(reasonOf(normalizeId(cell))).toContain("is no id; expected digits only");
  });

  it("keeps every digit of any id", () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{1,32}$/), (id) => normalizeId(`'${id}\t`) === id));
  });
});

describe("videoIdOf", () => {
  it.each([
    ["https://www.tiktok.com/@glow.girl/video/7412345678901234567", "7412345678901234567"],
    ["https://www.tiktok.com/@glow.girl/video/7412345678901234567?lang=en", "7412345678901234567"],
    ["tiktok.com/@glow.girl/photo/7412345678901234567/", "7412345678901234567"],
    ["https://m.tiktok.com/v/7412345678901234567.html", "7412345678901234567"],
    ["https://www.tiktok.com/@/video/7412345678901234567", "7412345678901234567"],
    ["7412345678901234567", "7412345678901234567"],
  ])("takes the id out of %j", (link, id) => {
    expect(videoIdOf(link)).toBe(id);
  });

  it.each(["https://vm.tiktok.com/ZMabc/", "https://www.tiktok.com/@glow.girl", "https://youtube.com/@a/video/1"])(
    "refuses %j, which names no video",
    (link) => {
      expect(reasonOf(videoIdOf(link))).toContain("does not name its video");
    },
  );
});
