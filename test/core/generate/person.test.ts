import { describe, expect, it } from "vitest";
import { makeAccount } from "../../../core/generate/account.js";
import { CITIES } from "../../../core/generate/cities.js";
import { FIRST_NAMES, LAST_NAMES } from "../../../core/generate/words.js";

const account = makeAccount(0.1, 1);
const people = Array.from({ length: account.shape.creators }, (_, creator) => account.person(creator));

describe("personOf", () => {
  it("gives each creator a handle, an e-mail and a phone that nobody else has", () => {
    for (const field of ["handle", "email", "phone"] as const) {
      expect(new Set(people.map((person) => person[field])).size).toBe(people.length);
    }
  });

  it("makes handles that TikTok would take", () => {
    expect(people.filter(({ handle }) => !/^[a-z0-9_.]{2,23}[a-z0-9_]$/.test(handle))).toEqual([]);
  });

  it("makes e-mails that nobody takes for a placeholder, at domains kept for examples", () => {
    expect(people.filter(({ email }) => /test|temp|unknown|redirect|\*/.test(email))).toEqual([]);
    expect(people.filter(({ email }) => !/@(example\.(com|net|org)|\w+\.example)$/.test(email))).toEqual([]);
  });

  it("makes phones of the exchange that rings nowhere, in the area of the address", () => {
    for (const { phone, address } of people) {
      const city = CITIES.find(({ areaCode }) => areaCode === phone.slice(0, 3));
      expect(phone).toMatch(/^[2-9]\d\d555\d{4}$/);
      expect([address.city, address.state, address.zip.slice(0, 3)]).toEqual([city?.name, city?.state, city?.zip3]);
    }
  });
});

describe("strangerOf", () => {
  it("shares nothing with the creator, masks included", () => {
    for (const person of people) {
      const stranger = account.stranger(person);
      expect(stranger.phone.slice(0, 3)).not.toBe(person.phone.slice(0, 3));
      for (const field of ["first", "last", "email"] as const) expect(stranger[field]).not.toBe(person[field]);
      expect(stranger.address.zip).not.toBe(person.address.zip);
    }
  });
});

describe("the lists of words", () => {
  it.each([
    ["first names", FIRST_NAMES],
    ["last names", LAST_NAMES],
  ])("hold no %s within another", (_, names) => {
    const plain = names.map((name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
    expect(plain.filter((name) => plain.some((other) => other !== name && other.includes(name)))).toEqual([]);
  });

  it("hold each area code once", () => {
    expect(new Set(CITIES.map(({ areaCode }) => areaCode)).size).toBe(CITIES.length);
  });
});
