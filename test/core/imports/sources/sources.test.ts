import { describe, expect, it } from "vitest";
import { headerKey, recogniseHeaders } from "../../../../core/imports/recognise/index.js";
import { COLUMN_FIELDS, KNOWN_SOURCES } from "../../../../core/imports/sources/index.js";

describe("KNOWN_SOURCES", () => {
  it("stand in the order in which files that come together are accepted", () => {
    const names = KNOWN_SOURCES.map(({ name }) => name);
    expect(names).toEqual(["products", "euka", "phones", "refunnel", "creators", "samples", "videos"]);
  });

  for (const source of KNOWN_SOURCES) {
    const fields = Object.values(source.columns);

    it(`${source.name}: a table of its usual headers is taken for it and for no other`, () => {
      const headers = fields.map((variants) => variants[0] ?? "");
      expect(recogniseHeaders(headers)).toMatchObject({ kind: "recognised", source: source.name });
    });

    it(`${source.name}: the columns that it needs are enough`, () => {
      const needed = source.needs.map((group) => source.columns[group[0] ?? "handle"]?.[0] ?? "");
      expect(recogniseHeaders(needed)).toMatchObject({ kind: "recognised", source: source.name });
    });

    it(`${source.name}: no header fills two fields`, () => {
      const keys = fields.flat().map(headerKey);
      expect(new Set(keys).size).toBe(keys.length);
    });

    it(`${source.name}: headers are in lower case, and its needs are columns of its own`, () => {
      expect(fields.flat().filter((header) => header !== header.toLowerCase().trim())).toEqual([]);
      for (const field of source.needs.flat()) expect(source.columns).toHaveProperty(field);
      for (const field of Object.keys(source.columns)) expect(COLUMN_FIELDS).toHaveProperty(field);
    });
  }
});
