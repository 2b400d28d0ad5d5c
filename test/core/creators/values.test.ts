import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldValues, SeenValue } from "../../../core/creators/creator.js";
import { EMAIL_QUALITY, PHONE_QUALITY } from "../../../core/creators/quality.js";
import { alternativesOf, currentValue, fitsMask, joinSeen } from "../../../core/creators/values.js";

const seen = <T>(value: T, seq: number, quality = 2, line = 2): SeenValue<T> => ({
  value,
  quality,
  seq,
  line,
  source: "euka",
});
const edited = <T>(value: T | null) => ({ value, at: new Date(0), by: "ann" });
const emails = (...values: SeenValue<string>[]) => joinSeen("email", [], values);
const values = (list: readonly SeenValue[]) => list.map(({ value }) => value);

describe("joinSeen", () => {
  it("puts the value of the lowest import first among equals, whenever it came", () => {
    const first = seen("first@example.com", 1);
    const second = seen("second@example.com", 2);
    expect(values(joinSeen("email", [second], [first]))).toEqual(["first@example.com", "second@example.com"]);
  });

  it("puts the lowest line first within an import", () => {
    expect(values(emails(seen("later@example.com", 1, 2, 9), seen("sooner@example.com", 1, 2, 3)))).toEqual([
      "sooner@example.com",
      "later@example.com",
    ]);
  });

  it("puts a better value before an earlier one", () => {
    const forwarding = seen("x1@scs.tiktokw.us", 1, EMAIL_QUALITY.forwarding);
    expect(values(emails(forwarding, seen("mia@example.com", 2, EMAIL_QUALITY.real)))).toEqual([
      "mia@example.com",
      "x1@scs.tiktokw.us",
    ]);
  });

  it("takes values that differ by case and spacing for one, as its first import wrote it", () => {
    expect(emails(seen("MIA @example.com", 2), seen("mia@example.com", 1))).toEqual([seen("mia@example.com", 1)]);
    const names = [seen({ first: "Mia", last: "Diaz" }, 1), seen({ first: "MIA", last: " diaz" }, 2)];
    expect(joinSeen("name", [], names)).toEqual([names[0]]);
  });

  it("takes one value for another where only the better one has a higher quality", () => {
    const split = seen({ first: "Mia", last: "Diaz" }, 1, 3);
    const own = seen({ first: "Mia", last: "Diaz" }, 2, 4);
    expect(joinSeen("name", [split], [own])).toEqual([own]);
  });

  it("does not depend on order or repetition", () => {
    const value = fc.record({
      value: fc.constantFrom("a@x.com", "A@x.com", "b@x.com", "c@x.com"),
      quality: fc.constantFrom(1, 2),
      seq: fc.integer({ min: 1, max: 3 }),
      line: fc.integer({ min: 2, max: 4 }),
      source: fc.constant("euka"),
    });
    // One row says one value: two rows of one import stand on different lines.
    const all = fc.uniqueArray(value, { selector: ({ seq, line }) => `${seq}:${line}` });
    const parts = fc.tuple(all, fc.array(fc.nat(3)));
    fc.assert(
      fc.property(parts, fc.infiniteStream(fc.nat(3)), ([list], places) => {
        const whole = joinSeen("email", [], list);
        let joined: SeenValue<string>[] = [];
        const shuffled = [...list, ...list]
          .map((item) => ({ item, place: places.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place);
        for (const { item } of shuffled) joined = joinSeen("email", joined, [item]);
        expect(joined).toEqual(whole);
      }),
    );
  });
});

describe("currentValue", () => {
  it("is the edit of a person where there is one, whatever sources say", () => {
    expect(currentValue([seen("mia@example.com", 1)], edited("own@example.com"))).toBe("own@example.com");
  });

  it("is nothing where a person cleared the field", () => {
    expect(currentValue([seen("mia@example.com", 1)], edited(null))).toBeUndefined();
  });
});

describe("alternativesOf", () => {
  const phones = (...list: [string, number, number][]) =>
    joinSeen(
      "phone",
      [],
      list.map(([value, seq, quality]) => seen(value, seq, quality)),
    );
  const { full, masked } = PHONE_QUALITY;

  it("are the values that are not current", () => {
    expect(values(alternativesOf("email", emails(seen("a@x.com", 1), seen("b@x.com", 2)), undefined))).toEqual([
      "b@x.com",
    ]);
  });

  it("leave out a mask that the current number fits", () => {
    expect(alternativesOf("phone", phones(["+1832*****59", 1, masked], ["+18325550159", 2, full]), undefined)).toEqual(
      [],
    );
  });

  it("keep a mask that the current number does not fit", () => {
    const list = phones(["+1832*****59", 1, masked], ["+17135550102", 2, full]);
    expect(values(alternativesOf("phone", list, undefined))).toEqual(["+1832*****59"]);
  });

  it("leave out parts that the current value contains", () => {
    const name = { first: "Mia", last: "Diaz" };
    const address = { line1: "1 Oak St", city: "Austin", zip: "78701", country: "US" };
    expect(alternativesOf("name", [seen(name, 1, 4), seen({ first: "mia" }, 2, 2)], undefined)).toEqual([]);
    expect(alternativesOf("address", [seen(address, 1), seen({ city: "AUSTIN" }, 2, 1)], undefined)).toEqual([]);
  });

  it("keep parts that say something else", () => {
    const address = { line1: "1 Oak St", city: "Austin", zip: "78701" };
    const other = seen<FieldValues["address"]>({ city: "Miami" }, 2, 1);
    expect(alternativesOf("address", [seen<FieldValues["address"]>(address, 1), other], undefined)).toEqual([other]);
  });

  it("are all values that sources say where a person cleared the field", () => {
    expect(values(alternativesOf("email", emails(seen("a@x.com", 1)), edited(null)))).toEqual(["a@x.com"]);
  });

  it("leave out what a person's own value says too", () => {
    expect(alternativesOf("email", emails(seen("a@x.com", 1)), edited("A@x.com"))).toEqual([]);
  });
});

describe("fitsMask", () => {
  it("compares length and every digit that the mask shows", () => {
    expect(fitsMask("+18325550159", "+1832*****59")).toBe(true);
    expect(fitsMask("+18325550158", "+1832*****59")).toBe(false);
    expect(fitsMask("+183255501159", "+1832*****59")).toBe(false);
  });

  it("says no where nothing is masked", () => {
    expect(fitsMask("+18325550159", "+18325550159")).toBe(false);
  });
});
