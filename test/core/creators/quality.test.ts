import { describe, expect, it } from "vitest";
import { addressQuality, EMAIL_QUALITY, nameQuality, PHONE_QUALITY } from "../../../core/creators/quality.js";

describe("quality", () => {
  it("is higher for a full phone than for a masked one, for a real e-mail than for a forwarding address", () => {
    expect(PHONE_QUALITY.full).toBeGreaterThan(PHONE_QUALITY.masked);
    expect(EMAIL_QUALITY.real).toBeGreaterThan(EMAIL_QUALITY.forwarding);
  });

  it("ranks a complete name before a part, then columns of its own before a split recipient", () => {
    const [whole, part] = [{ first: "Mia", last: "Diaz" }, { first: "Mia" }];
    const ranked = [
      nameQuality(whole, true),
      nameQuality(whole, false),
      nameQuality(part, true),
      nameQuality(part, false),
    ];
    expect([...ranked].sort((a, b) => b - a)).toEqual(ranked);
    expect(new Set(ranked).size).toBe(4);
  });

  it("takes an address for complete by line1, city and zip; abroad by line1 and country", () => {
    const complete = addressQuality({ line1: "1 Oak St", city: "Austin", zip: "78701" }, "US");
    expect(addressQuality({ line1: "1 Oak St", city: "Austin" }, "US")).toBeLessThan(complete);
    expect(addressQuality({ city: "Austin", zip: "78701" }, "US")).toBeLessThan(complete);
    expect(addressQuality({ line1: "2 High St", country: "GB" }, "US")).toBe(complete);
    expect(addressQuality({ line1: "2 High St", country: "GB" }, "GB")).toBeLessThan(complete);
  });
});
