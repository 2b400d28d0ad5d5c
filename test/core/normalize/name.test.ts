import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { nameOf, normalizeName } from "../../../core/normalize/index.js";
import { repairMojibake } from "../../../core/normalize/mojibake.js";
import { splitName } from "../../../core/normalize/name.js";

describe("repairMojibake", () => {
  it.each([
    ["MartÃ­nez", "Martínez"],
    ["MartÃnez", "Martínez"],
    ["MartÃÂnez", "Martínez"],
    ["GarcÃ­a LÃ³pez", "García López"],
    ["JosÃƒÂ©", "José"],
    ["FranÃ§ois", "François"],
    ["Donâ€™t", "Don’t"],
    ["Ã\u0081ngel", "Ángel"],
    ["Ð˜Ð²Ð°Ð½", "Иван"],
    ["ðŸ’•", "💕"],
    ["José MartÃ­nez", "José Martínez"],
  ])("makes %j into %j", (broken, text) => {
    expect(repairMojibake(broken)).toEqual({ text, broken: false });
  });

  it.each(["SÃO PAULO", "JOÃO", "Zoë", "Åsa", "Beyoncé", "TOMÍŠEK", "王小明", "Müller 💕", "What?", "Anna"])(
    "leaves %j as it is",
    (text) => {
      expect(repairMojibake(text)).toEqual({ text, broken: false });
    },
  );

  it.each(["Mart\ufffdnez", "Mart?nez", "Ãngel", "BrunÃ"])("flags %j, whose letters are lost", (text) => {
    expect(repairMojibake(text)).toEqual({ text, broken: true });
  });

  it("undoes up to three rounds of misreading for Latin letters", () => {
    const letters = fc.constantFrom(..."áéíóúñçãõâêôüöäßØøÅåÆæłćĐșơЖя");
    const name = fc.array(fc.oneof(letters, fc.constantFrom(..."abcABC")), { minLength: 1, maxLength: 8 });
    const misread = (text: string): string =>
      Array.from(Buffer.from(text), (byte) => {
        const char = iconv.decode(Buffer.of(byte), "win1252");
        return char === "\ufffd" ? String.fromCharCode(byte) : char;
      }).join("");
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 3 }), (chars, rounds) => {
        const right = chars.join("");
        let text = right;
        for (let round = 0; round < rounds; round += 1) text = misread(text);
        expect(repairMojibake(text).text).toBe(right);
      }),
    );
  });
});

describe("splitName", () => {
  it.each([
    ["Anna Smith", { first: "Anna", last: "Smith" }],
    ["Maria del  Carmen Lopez", { first: "Maria", last: "del Carmen Lopez" }],
    ["Smith, Anna", { first: "Anna", last: "Smith" }],
    ["John Smith, Jr.", { first: "John", last: "Smith, Jr." }],
    ["王小明", { first: "王小明" }],
  ])("splits %j", (full, name) => {
    expect(splitName(full)).toEqual(name);
  });
});

describe("normalizeName", () => {
  it.each([
    ["  Anna \t Smith ", { first: "Anna", last: "Smith" }],
    ["Иван Петров", { first: "Иван", last: "Петров" }],
    ["MartÃ­nez Ana", { first: "Martínez", last: "Ana" }],
    ["Mart\ufffdnez Ana", { first: "Mart\ufffdnez", last: "Ana", broken: true }],
    ["Anna 💕", { first: "Anna" }],
    ["J*** Smith", { last: "Smith" }],
    ["John D**", { first: "John" }],
  ])("reads %j", (cell, name) => {
    expect(normalizeName(cell)).toEqual(name);
  });

  it.each(["J*** D**", "💕✨", "12345", "***", "."])("takes %j for no name", (cell) => {
    expect(normalizeName(cell)).toBeUndefined();
  });

  it("keeps no part without a letter, with an asterisk, or with spaces around", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (cell) => {
        const { first, last } = normalizeName(cell) ?? {};
        for (const part of [first, last]) {
          if (part === undefined) continue;
          expect(part).toMatch(/\p{L}/u);
          expect(part).not.toContain("*");
          expect(part).toBe(part.trim());
        }
      }),
    );
  });
});

describe("nameOf", () => {
  it("takes columns as they are, without splitting them", () => {
    expect(nameOf({ first: "Mary Ann", last: "van  Dyke" })).toEqual({ first: "Mary Ann", last: "van Dyke" });
  });

  it("leaves out a column that is blank or masked", () => {
    expect(nameOf({ first: "Anna", last: "N/A" })).toEqual({ first: "Anna" });
    expect(nameOf({ first: "A***", last: "Smith" })).toEqual({ last: "Smith" });
    expect(nameOf({ first: "", last: undefined })).toBeUndefined();
  });

  it("splits a recipient", () => {
    expect(nameOf({ recipient: "Anna Smith" })).toEqual({ first: "Anna", last: "Smith" });
  });
});
