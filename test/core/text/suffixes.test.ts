import { describe, expect, it } from "vitest";
import { suffixesOf, suffixPatterns } from "../../../core/text/suffixes.js";

describe("suffixesOf", () => {
  it("gives each word from each of its letters on, down to three letters", () => {
    expect(suffixesOf("glowing")).toEqual(["glowing", "lowing", "owing", "wing", "ing"]);
  });

  it("folds, keeps eight letters, and crosses neither a space nor an @", () => {
    expect(suffixesOf("Mía Cruz", "mia@b.com")).toEqual(["mia", "cruz", "ruz", "b.com", ".com", "com"]);
    expect(suffixesOf("skincaredaily")[0]).toBe("skincare");
  });

  it("gives nothing for what is too short, and each suffix once", () => {
    expect(suffixesOf("", "ab", "a b c")).toEqual([]);
    expect(suffixesOf("glow", "glow")).toEqual(["glow", "low"]);
  });
});

describe("suffixPatterns", () => {
  it("finds a part of a word at the beginning of a suffix, as it stands", () => {
    expect(suffixPatterns("mia.g")).toEqual([/^mia\.g/]);
    expect(suffixPatterns("Skincaredaily", "of")).toEqual([/^skincare/]);
    expect(suffixPatterns("mia cruz")).toEqual([/^mia/, /^cruz/]);
  });
});
