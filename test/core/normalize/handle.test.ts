import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeHandle } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

describe("normalizeHandle", () => {
  it.each([
    ["glow.girl_1", "glow.girl_1"],
    ["  @GlowGirl\t", "glowgirl"],
    ["@@@GlowGirl", "glowgirl"],
    ["@ glowgirl", "glowgirl"],
    ["'@glowgirl", "glowgirl"],
    ["https://www.tiktok.com/@GlowGirl", "glowgirl"],
    ["https://www.tiktok.com/@glowgirl?lang=en&x=/y", "glowgirl"],
    ["http://tiktok.com/@glowgirl/", "glowgirl"],
    ["m.tiktok.com/@glowgirl", "glowgirl"],
    ["tiktok.com/%40glowgirl", "glowgirl"],
    ["https://www.tiktok.com/@glow.girl/video/7412345678901234567?is_from_webapp=1#top", "glow.girl"],
  ])("takes %j as %j", (cell, handle) => {
    expect(normalizeHandle(cell)).toBe(handle);
  });

  it.each([
    ["https://vm.tiktok.com/ZMabc/", "is a short link that does not name its creator"],
    ["vt.tiktok.com/ZSabc", "is a short link"],
    ["https://www.tiktok.com/t/ZTabc/", "is a short link"],
    ["https://www.instagram.com/glowgirl", "is no link to a TikTok profile"],
    ["https://nottiktok.com/@glowgirl", "is no link to a TikTok profile"],
    ["https://www.tiktok.com/discover/glow", "is no link to a TikTok profile"],
    ["glow girl", 'expected letters a to z, digits, "_" and "." only'],
    ["ｇｌｏｗ", 'expected letters a to z, digits, "_" and "." only'],
    ["gl\u200bow", "is no TikTok handle"],
    ["glöw", "is no TikTok handle"],
    ["@", "is no TikTok handle"],
    ["a".repeat(65), "is longer than any TikTok handle"],
  ])("refuses %j and says why", (cell, reason) => {
    expect(reasonOf(normalizeHandle(cell))).toContain(reason);
  });

  it("takes a placeholder behind an @ for no value", () => {
    expect(normalizeHandle("@none")).toBeUndefined();
  });

  it("finds any handle in its link", () => {
    const handle = fc.stringMatching(/^[a-z0-9_.]{5,24}$/);
    fc.assert(
      fc.property(handle, (name) => normalizeHandle(`https://www.tiktok.com/@${name}/video/7123?lang=en`) === name),
    );
  });
});
