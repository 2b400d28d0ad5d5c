import { describe, expect, it } from "vitest";
import { type ListName, parseQuery, readQuery } from "../../../core/query/index.js";

/** The query, what of it is marked, the reason, the suggestion. */
type Row = [query: string, marked: string, reason: string, suggestion?: string];

function refuses(list: ListName, rows: Row[]): void {
  for (const [query, marked, reason, suggestion] of rows) {
    it(query, () => {
      const parsed = parseQuery(query, list);
      if (parsed.ok) throw new Error("it was read");
      const { error } = parsed;
      expect({ ...error, marked: query.slice(error.position, error.position + error.length) }).toMatchObject({
        marked,
        reason: expect.stringContaining(reason),
      });
      expect(error.suggestion).toBe(suggestion);
    });
  }
}

describe("wrong fields", () => {
  refuses("creators", [
    ["bagde:gold", "bagde:", "There is no field bagde:", "badge:"],
    ["a (folowers:5)", "folowers:", "There is no field folowers:", "followers:"],
    ["follow:5", "follow:", "There is no field follow:", "followers:"],
    ["xyzzy:5", "xyzzy:", "There is no field xyzzy:"],
    ["constructor:1", "constructor:", "There is no field"],
    ["title:x", "title:", "title: is asked of videos, not of creators"],
    ["by:(a)", "by:", "by: is asked of samples, not of creators"],
    ["firstName:mia", "firstName:", "There is no field"],
  ]);
  refuses("samples", [["gmv:>5", "gmv:", "gmv: is asked of creators, not of samples"]]);
});

describe("wrong values", () => {
  refuses("creators", [
    ["handle:", "", "handle: needs a value right after it, such as handle:mia"],
    ["handle: mia", " ", "handle: needs a value"],
    ["handle:>mia", ">mia", "is a text, which takes no >", "mia"],
    ['""', '""', "no letter to look for"],
    ["@", "@", "no letter to look for"],
    ['handle:" "', '" "', "no letter to look for"],
    ['"\u0301"', '"\u0301"', "no letter to look for"],
    ["phone:abc", "abc", "A phone number has digits"],
    ["badge:golf", "golf", "badge: takes bronze, silver", "gold"],
    ["badge:>=golf", "golf", "badge: takes", "gold"],
    ["badge:ruby..silver", "ruby..silver", "from the lower to the higher", "silver..ruby"],
    ["status:bloked", "bloked", "status: takes active, inactive or blocked", "blocked"],
    ["status:>active", ">active", "have no order", "active"],
    ["state:california", "california", "A state is its two letters, such as CA"],
    ["country:usa", "usa", "A country is its two letters"],
    ['tag:" "', '" "', "tag: needs a value"],
    ["gmv:lots", "lots", '"lots" is not a number'],
    ["gmv:5x", "5x", "is not a number"],
    ["gmv:5%", "5%", "is not a number"],
    ["gmv:1.005", "1.005", "at most two decimals"],
    ["followers:1.5", "1.5", "a whole number"],
    ["followers:9999999b", "9999999b", "too large"],
    ["gmv:>5,000", ">5,000", "Thousands take no comma", ">5000"],
    ["gmv:1,000..2k", "1,000..2k", "Thousands take no comma", "1000..2k"],
    ["gmv:10..5", "10..5", "from the lower to the higher"],
    ["gmv:>5..10", ">5..10", "A range takes no >", "5..10"],
    ["gmv:..", "..", "A range has an end"],
    ["gmv:1...5", ".5", "is not a number"],
    ["sampled:30d", "30d", "An age needs <", "<30d"],
    ["sampled:<30", "30", "is no time", "30d"],
    ["sampled:soon", "soon", "is no time"],
    ["sampled:2026-02-30", "2026-02-30", "There is no day 2026-02-30"],
    ["sampled:2026-13", "2026-13", "There is no day"],
    ["sampled:2026-03..2026-01", "2026-03..2026-01", "from the earlier to the later", "2026-01..2026-03"],
    ["sampled:30d..2026-01", "30d..2026-01", "of two dates or of two ages"],
    ["sampled:>never", "never", "is no time"],
    ["has:emial", "emial", "has: takes email, phone", "email"],
    ["is:ghost", "ghost", "is: takes", "ghosting"],
    ["state:CA,", "", "A comma stands between two values"],
    ["state:CA,,TX", ",", "A comma stands between two values"],
  ]);
});

describe("wrong order", () => {
  refuses("creators", [
    ["sort:", "", "sort: needs a field, such as sort:gmv"],
    ["sort:gvm", "gvm", 'The list cannot be sorted by "gvm"', "gmv"],
    ["sort:email", "email", "cannot be sorted"],
    ["sort:gmv sort:handle", "sort:handle", "sort: is here twice"],
    ["(sort:gmv)", "sort:", "outside parentheses"],
    ["-sort:gmv", "sort:", "outside parentheses"],
    ["a OR sort:gmv", "", "OR stands between two terms"],
  ]);
  refuses("videos", [["by:(a sort:gmv)", "sort:", "outside parentheses"]]);
});

describe("wrong grammar", () => {
  refuses("creators", [
    ['"glow', '"', "This quote is never closed"],
    ['"glow\\"', '"', "This quote is never closed"],
    ['gl"ow"', '"', "Quotes stand around a whole value"],
    ['"gl"ow', "o", "Quotes stand around a whole value"],
    ["(a b", "(", "This parenthesis is never closed"],
    ["(", "(", "This parenthesis is never closed"],
    ["a)", ")", "This parenthesis closes nothing"],
    [")", ")", "This parenthesis closes nothing"],
    ["()", "()", "These parentheses hold nothing"],
    ["a ( )", "( )", "These parentheses hold nothing"],
    ["a OR", "", "OR stands between two terms"],
    ["OR a", "OR", "OR stands between two terms"],
    ["(a OR )", ")", "OR stands between two terms"],
    ["a OR OR b", "OR", "OR stands between two terms"],
    ["a AND", "", "AND stands between two terms"],
    ["AND a", "AND", "AND stands between two terms; as a word it needs quotes"],
    ["a AND OR b", "OR", "AND stands between two terms"],
    ["NOT", "", "There is nothing after NOT"],
    ["-", "", "There is nothing after"],
    ["- a", "-", "A minus stands right before what it negates"],
    ["a , b", ",", "There should be a word here"],
    ["a\u0000b", "\u0000", "cannot be read"],
  ]);
  refuses("samples", [
    ["by:mia", "by:", "by: takes a query in parentheses"],
    ["by:()", "()", "These parentheses hold nothing"],
    ["by:(title:x)", "title:", "title: is asked of videos, not of creators"],
  ]);
});

describe("what a person reads", () => {
  it("shows the query, marks the place, gives the reason and the right word", () => {
    expect(() => readQuery("tag:vip bagde:gold", "creators")).toThrow(
      expect.objectContaining({
        code: "wrong-input",
        message: "Query, at 8: There is no field bagde:",
        say: 'tag:vip bagde:gold\n        ^^^^^^\nThere is no field bagde:. Did you mean "badge:"?',
      }),
    );
  });

  it("shows a part of a long query", () => {
    expect(() => readQuery(`${"word ".repeat(50)}bagde:gold`, "creators")).toThrow(
      expect.objectContaining({ say: expect.stringMatching(/^.{60}bagde:gold\n {60}\^{6}\nThere/) }),
    );
  });
});

describe("limits", () => {
  refuses("creators", [
    [`${"-".repeat(21)}a`, "-", "at most 20 deep"],
    ["x".repeat(201), "x".repeat(201), "at most 200 characters"],
  ]);

  it.each([
    ["10,000 opening parentheses", "(".repeat(10_000), "at most 20 deep"],
    ["10,000 closing parentheses", ")".repeat(10_000), "closes nothing"],
    ["a million letters", "a".repeat(1_000_000), "at most 10000 characters"],
    ["5,000 words", "a ".repeat(5_000), "at most 100 terms"],
    ["5,000 alternatives", "a,".repeat(5_000), "at most 1000 alternatives"],
    ["10,000 quotes", '"'.repeat(10_000), "Quotes stand"],
    ["10,000 backslashes in quotes", `"${"\\".repeat(9_999)}`, "never closed"],
  ])("%s", (_title, query, reason) => {
    expect(parseQuery(query, "creators")).toMatchObject({
      ok: false,
      error: { reason: expect.stringContaining(reason) },
    });
  });
});
