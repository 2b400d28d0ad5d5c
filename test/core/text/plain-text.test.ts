import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapePattern } from "../../../core/text/escape-pattern.js";
import { plainLine, plainLines, withoutHidden } from "../../../core/text/plain-text.js";

describe("withoutHidden", () => {
  it.each([
    ["Mía\u0000 Cruz", "Mía Cruz"],
    ["\u001b[31mMía\u001b[0m", "[31mMía[0m"],
    ["\u202eazurC\u202c", "azurC"],
    ["\u2066@mia\u2069", "@mia"],
    ["a\u0085b\u007fc\u009b", "abc"],
    ["one\n\ttwo\r\n", "one\n\ttwo\r\n"],
    ["👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ✊🏽", "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ✊🏽"],
    ["שלום\u200f مرحبا", "שלום\u200f مرحبا"],
  ])("makes %j %j", (text, plain) => {
    expect(withoutHidden(text)).toBe(plain);
  });
});

describe("plainLine", () => {
  it("has one space between words, and none around", () => {
    expect(plainLine(" \u202dMía \n\t Cruz\u202c ")).toBe("Mía Cruz");
  });
});

describe("plainLines", () => {
  it("keeps line breaks, in one spelling", () => {
    expect(plainLines("one\r\ntwo\u2028three\tfour\u0007\n")).toBe("one\ntwo\nthree four");
  });
});

describe("escapePattern", () => {
  it("finds the text itself, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(new RegExp(`^${escapePattern(text)}$`).test(text)).toBe(true);
        expect(new RegExp(`^${escapePattern(text)}$`).test(`${text}x`)).toBe(false);
      }),
    );
  });
});
