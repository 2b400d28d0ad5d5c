import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery, printQuery } from "../../../core/query/index.js";
import { addTerm, readSort, removeTerm, setSort } from "../../../sheets-addon/sidebar/query/change-terms.js";
import { splitTerms } from "../../../sheets-addon/sidebar/query/split-terms.js";

describe("splitTerms", () => {
  it.each<[string, string[]]>([
    ["", []],
    ["  ", []],
    ["gmv:>5k  has:email", ["gmv:>5k", "has:email"]],
    ["has:email AND -status:blocked", ["has:email", "-status:blocked"]],
    ['"glow serum" city:"new york"', ['"glow serum"', 'city:"new york"']],
    ["state:CA, TX tag:vip", ["state:CA, TX", "tag:vip"]],
    ["by:(tag:vip followers:>10k) gmv:>1", ["by:(tag:vip followers:>10k)", "gmv:>1"]],
    ["NOT has:phone tag:a", ["NOT has:phone", "tag:a"]],
    ["-(tag:a OR tag:b) is:active", ["-(tag:a OR tag:b)", "is:active"]],
    ['notes:"a (b" tag:c', ['notes:"a (b"', "tag:c"]],
    ['notes:"say \\"hi now\\"" tag:c', ['notes:"say \\"hi now\\""', "tag:c"]],
    ["name:“mia cruz” tag:c", ["name:“mia cruz”", "tag:c"]],
    ['tag:a "never closed tag:b', ["tag:a", '"never closed tag:b']],
    ["(tag:a tag:b", ["(tag:a tag:b"]],
    ["ORANGE ANDY", ["ORANGE", "ANDY"]],
  ])("parts %j", (query, terms) => {
    expect(splitTerms(query)).toEqual({ terms });
  });

  it("keeps alternatives as one term, and the order apart", () => {
    expect(splitTerms("tag:a sort:gmv OR tag:b tag:c")).toEqual({
      terms: ["tag:a OR tag:b tag:c"],
      sort: "sort:gmv",
      isOr: true,
    });
  });

  it("reads any text without end or loss of words", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab:()",-“” \\') }), (query) => {
        const letters = (text: string) => text.replace(/\s/g, "");
        expect(letters(splitTerms(query).terms.join(""))).toBe(letters(query));
      }),
    );
  });
});

/** Queries that the language takes. */
const TERM = fc.constantFrom(
  "tag:vip",
  "-status:blocked",
  "state:CA, TX",
  'city:"new york"',
  "gmv:1k..5k",
  "NOT has:phone",
  "(tag:a OR tag:b)",
  "-(tag:a is:active)",
  "glow",
  '"glow serum"',
  "sampled:<30d",
);
const QUERY = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(" ", " AND ", " OR ", "  "), TERM), { minLength: 1, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([parts, isSorted]) => {
    const query = parts.map(([between, term], at) => (at === 0 ? term : between + term)).join("");
    return isSorted ? `sort:gmv ${query}` : query;
  });

const meaning = (query: string): string => {
  const parsed = parseQuery(query, "creators");
  if (!parsed.ok) throw new Error(`${query}: ${parsed.error.reason}`);
  return printQuery(parsed.query);
};

describe("addTerm", () => {
  it.each([
    ["", "tag:a", "tag:a"],
    ["has:email sort:gmv", "tag:a", "has:email tag:a sort:gmv"],
    ["tag:a OR tag:b", "has:email", "(tag:a OR tag:b) has:email"],
    ["tag:a has:email", "tag:a", "tag:a has:email"],
  ])("to %j: %j", (query, term, wanted) => {
    expect(addTerm(query, term)).toBe(wanted);
  });

  it("asks for both, whatever stands there, as the language reads it", () => {
    fc.assert(
      fc.property(QUERY, (query) => {
        const { terms, sort } = splitTerms(query);
        const both = `(${terms.join(" ")}) items:>7 ${sort ?? ""}`;
        expect(meaning(addTerm(query, "items:>7"))).toBe(meaning(both));
      }),
    );
  });
});

describe("removeTerm", () => {
  it("takes away what was added, and leaves the rest", () => {
    fc.assert(
      fc.property(QUERY, (query) => {
        const added = addTerm(query, "items:>7");
        expect(meaning(removeTerm(added, splitTerms(added).terms.length - 1))).toBe(meaning(query));
      }),
    );
  });
});

describe("setSort", () => {
  it("says the order once, at the end", () => {
    expect(setSort("sort:gmv tag:a", { field: "followers", direction: "asc" })).toBe("tag:a sort:followers-asc");
    expect(setSort("tag:a sort:gmv", undefined)).toBe("tag:a");
    expect(readSort("sort:gmv-asc tag:a")).toEqual({ field: "gmv", direction: "asc" });
    expect(readSort("tag:a")).toBeUndefined();
  });
});
