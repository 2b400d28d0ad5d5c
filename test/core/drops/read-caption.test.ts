import { describe, expect, it } from "vitest";
import type { Brand } from "../../../core/brands/index.js";
import { readCaption } from "../../../core/drops/read-caption.js";

const brand = (slug: string, name: string): Brand => ({
  ...{ _id: slug, slug, name, currency: "USD", country: "US", zone: "UTC" },
  createdAt: new Date(0),
});
const BRANDS = [brand("default", "Default"), brand("glow", "Glow"), brand("glow-uk", "Glow UK"), brand("rosy", "Rosy")];
const NOW = new Date("2026-08-10T12:00:00Z");

describe("readCaption", () => {
  it.each([
    ["for Glow", { brandId: "glow" }],
    ["For GLOW, July 2026", { brandId: "glow", asOf: "2026-07-31" }],
    ["for Glow UK", { brandId: "glow-uk" }],
    ["glow-uk", { brandId: "glow-uk" }],
    ["not for Glow UK but for Rosy!", { brandId: "glow-uk" }],
    ["Rosy asked for this, it is for Glow", { brandId: "glow" }],
    ["as of 2026-06-30", { asOf: "2026-06-30" }],
    ["Sept 2025", { asOf: "2025-09-30" }],
    ["for Glow, August 2026", { brandId: "glow" }],
    ["for Glowing skin", { unknownBrand: "Glowing skin" }],
    ["for July 2026", { asOf: "2026-07-31" }],
    ["numbers for Glwo, July", { unknownBrand: "Glwo" }],
    ["2026-13-40", {}],
    ["", {}],
  ])("reads %s", (caption, read) => {
    expect(readCaption(caption, BRANDS, NOW)).toEqual(read);
  });
});
