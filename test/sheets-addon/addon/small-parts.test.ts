import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asMeant, asText } from "../../../sheets-addon/addon/as-typed.js";
import { cellName, columnName } from "../../../sheets-addon/addon/cell-name.js";
import { csvOf } from "../../../sheets-addon/addon/csv.js";
import { COLUMN_MARK, ID_MARK, readMarks } from "../../../sheets-addon/addon/marks.js";
import { withOurPart } from "../../../sheets-addon/addon/our-part.js";
import { readTyped } from "../../support/typed-text.js";

describe("readMarks", () => {
  it("finds our columns where they are now, and takes a copied column as people's own", () => {
    const marks = [
      { key: COLUMN_MARK, value: "gmv", at: 4 },
      { key: COLUMN_MARK, value: "handle", at: 2 },
      { key: COLUMN_MARK, value: "gmv", at: 3 },
      { key: ID_MARK, value: "id", at: 1 },
    ];
    expect(readMarks(marks)).toEqual({
      idAt: 1,
      ours: [
        { column: "handle", at: 2 },
        { column: "gmv", at: 3 },
      ],
    });
    expect(readMarks([])).toEqual({ ours: [] });
  });
});

describe("asText", () => {
  it("comes back as it was meant, and never as a formula, whatever Google does to a first apostrophe", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((end) => `=${end}`),
      fc.constantFrom("'t Hooft", "+1", "1/2", "TRUE"),
    );
    const holds = fc.property(text, fc.constantFrom("kept", "taken"), (given, inText) => {
      fc.pre(!/^''|^'=/.test(given));
      const { value, formula } = readTyped(String(asText(given)), "@", inText as "kept");
      expect(formula).toBeUndefined();
      expect(asMeant(String(value))).toBe(given);
    });
    fc.assert(holds);
  });
});

describe("cellName", () => {
  it("counts as sheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    expect(cellName(11, 2)).toBe("C12");
  });
});

describe("withOurPart", () => {
  it("leaves what people wrote, and replaces and takes away ours", () => {
    const note = withOurPart("ask her", "no address");
    expect(note).toBe("ask her\nRoster: no address");
    expect(withOurPart(note, "too long")).toBe("ask her\nRoster: too long");
    expect(withOurPart(note, "")).toBe("ask her");
    expect(withOurPart(withOurPart("", "x"), "")).toBe("");
  });
});

describe("csvOf", () => {
  it("quotes what has to be, and knows the line of each row", () => {
    const { text, rowOfLine } = csvOf([
      ["a", 'say "x"'],
      ["two\r\nlines", "b,c"],
      ["last", ""],
    ]);
    expect(text).toBe('a,"say ""x"""\n"two\nlines","b,c"\nlast,\n');
    expect([...rowOfLine]).toEqual([
      [1, 0],
      [2, 1],
      [4, 2],
    ]);
  });
});
