import { describe, expect, it } from "vitest";
import { normalizeBadge, normalizeSampleStatus } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

describe("normalizeSampleStatus", () => {
  it.each([
    ["To ship", "pending"],
    ["Awaiting shipment", "pending"],
    ["AWAITING_COLLECTION", "pending"],
    ["Shipped", "shipped"],
    ["In  transit", "shipped"],
    ["Delivered", "delivered"],
    ["Completed\t", "delivered"],
    ["Cancelled", "cancelled"],
    ["Canceled", "cancelled"],
    ["pending", "pending"],
  ])("reads %j as %s", (cell, status) => {
    expect(normalizeSampleStatus(cell)).toBe(status);
  });

  it("refuses an unknown word and lists the known ones", () => {
    expect(reasonOf(normalizeSampleStatus("Teleported"))).toMatch(
      /^"Teleported" is no order status.*to ship.*completed/,
    );
  });
});

describe("normalizeBadge", () => {
  it.each([
    ["Gold", "gold"],
    [" DIAMOND ", "diamond"],
    ["bronze", "bronze"],
  ])("reads %j as %s", (cell, badge) => {
    expect(normalizeBadge(cell)).toBe(badge);
  });

  it("refuses an unknown word and lists the badges", () => {
    expect(reasonOf(normalizeBadge("tin"))).toBe(
      '"tin" is no badge; expected one of bronze, silver, gold, platinum, ruby, emerald, sapphire, diamond',
    );
  });
});
