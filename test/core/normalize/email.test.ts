import { describe, expect, it } from "vitest";
import { normalizeEmail } from "../../../core/normalize/index.js";
import { reasonOf } from "./reasons.js";

describe("normalizeEmail", () => {
  it.each([
    [" Anna@Example.COM\t", "anna@example.com"],
    ["anna+tiktok@mail.example.co.uk", "anna+tiktok@mail.example.co.uk"],
    ["Anna Smith <Anna@b.co>", "anna@b.co"],
    ["mailto:anna@b.co?subject=Hi", "anna@b.co"],
    ["anna@b.co; bea@b.co", "anna@b.co"],
    ["anna@b.co, bea@b.co", "anna@b.co"],
    ["anna@b.co bea@b.co", "anna@b.co"],
    ["anna@b.co/bea@b.co", "anna@b.co"],
    ["business: anna@b.co", "anna@b.co"],
    ["o'neil@b.co", "o'neil@b.co"],
    ["contest@b.co", "contest@b.co"],
    ["anna@template.co", "anna@template.co"],
  ])("takes %j as the real address %j", (cell, value) => {
    expect(normalizeEmail(cell)).toEqual({ value, quality: "real" });
  });

  it("knows TikTok's forwarding addresses", () => {
    expect(normalizeEmail("V4x7Ab@scs.tiktokw.us")).toEqual({ value: "v4x7ab@scs.tiktokw.us", quality: "forwarding" });
  });

  it.each([
    "j***@gmail.com",
    "****",
    "test",
    "Unknown",
    "test@gmail.com",
    "unknown@x.co",
    "a1@temp.mail.co",
    "a1@redirect.shop.co",
  ])("takes %j for a placeholder", (cell) => {
    expect(normalizeEmail(cell)).toEqual({ value: cell.toLowerCase(), quality: "placeholder" });
  });

  it.each([
    "anna",
    "anna@",
    "@b.co",
    "anna@b",
    "anna@b..co",
    "an..na@b.co",
    ".anna@b.co",
    "anna@-b.co",
    "änna@b.co",
    "a@b@c.co",
    "1@2.3",
  ])("refuses %j", (cell) => {
    expect(reasonOf(normalizeEmail(cell))).toContain("is no e-mail address; expected one such as name@example.com");
  });
});
