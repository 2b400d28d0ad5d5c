import { describe, expect, it } from "vitest";
import type { AskableField, SheetList } from "../../../core/contract/index.js";
import { askableFields, parseQuery } from "../../../core/query/index.js";
import { comparisonsOf, type Input } from "../../../sheets-addon/sidebar/query/comparisons.js";
import { quotedValues, splitValues } from "../../../sheets-addon/sidebar/query/split-values.js";
import { termInWords } from "../../../sheets-addon/sidebar/query/term-in-words.js";

/** As `GET /fields` describes them. */
const fieldsOf = (list: SheetList): AskableField[] =>
  askableFields(list).map((field) => {
    const { name, kind, label, help, aliases = [] } = field;
    const values = field.kind === "fact" ? field.facts.map((fact) => fact.name) : undefined;
    const known = field.kind === "set" ? field.values?.slice() : values;
    return { name, kind, label, help, aliases, examples: [...field.examples], values: known } as AskableField;
  });

/** What a person fills in. */
const FILLED: Readonly<Record<Exclude<Input, "values">, [string, string]>> = {
  text: ["the 5", ""],
  number: ["1,000", "2,000"],
  age: ["30d", ""],
  date: ["2026-01-01", "2026-02-01"],
  query: ["tag:vip gmv:>5", ""],
};
/** What fits a set whose values are data. */
const VALUES: Readonly<Record<string, string>> = { state: "CA, TX", country: "US" };

const filledFor = (input: Input | undefined, field: AskableField): [string, string] => {
  if (input === undefined) return ["", ""];
  if (input !== "values") return /^(order|sku|video|phone)$/.test(field.name) ? ["1234567", ""] : FILLED[input];
  return [VALUES[field.name] ?? field.values?.[1] ?? (field.name === "phone" ? "832555" : "glow serum"), ""];
};

describe("comparisonsOf", () => {
  it.each<SheetList>(["creators", "samples", "videos"])("writes terms of %s that the language takes", (list) => {
    let written = 0;
    for (const field of fieldsOf(list)) {
      for (const comparison of comparisonsOf(field)) {
        const [first, second] = filledFor(comparison.inputs[0], field);
        const term = comparison.write(field.name, first, second);
        expect(parseQuery(term, list), term).toMatchObject({ ok: true });
        written += 1;
      }
    }
    expect(written).toBeGreaterThan(30);
  });

  it("compares a badge by its rank, and a tag not", () => {
    const [badge, tag] = ["badge", "tag"].map((name) => fieldsOf("creators").find((field) => field.name === name));
    expect(badge && comparisonsOf(badge).map(({ key }) => key)).toContain("at-least");
    expect(tag && comparisonsOf(tag).map(({ key }) => key)).toEqual(["is", "is-not"]);
  });
});

describe("quotedValues", () => {
  it.each([
    ["CA, TX", "CA,TX"],
    ["glow serum", '"glow serum"'],
    ['"a, b", c', '"a, b",c'],
    ['5" lens', '"5\\" lens"'],
    ["*glow*", "*glow*"],
    ["a,, b,", "a,b"],
    ["-x", '"-x"'],
  ])("writes %j as %j", (typed, written) => {
    expect(quotedValues(typed)).toBe(written);
  });

  it("parts at commas outside quotes", () => {
    expect(splitValues('a,"b, c" , d')).toEqual(["a", '"b, c"', "d"]);
  });
});

describe("termInWords", () => {
  it.each([
    ["gmv:>5k", "GMV: > 5k"],
    ["gmv:1k..5k", "GMV: 1k to 5k"],
    ["-status:blocked", "Status not: blocked"],
    ["state:CA, TX", "State: CA or TX"],
    ['tags:"top seller"', "Tags: top seller"],
    ["has:email,phone", "Has email or phone"],
    ["-is:opted-out", "Is not opted-out"],
    ["sampled:<30d", "Last sample: in the last 30 days"],
    ["posted:>1w", "Last video: over 1 week ago"],
    ["joined:>=2026-01-01", "Joined: from 2026-01-01"],
    ["posted:never", "Last video: never"],
    ["badge:>=gold", "Badge: ≥ gold"],
    ["(tag:a OR tag:b)", "(tag:a OR tag:b)"],
    ["bagde:gold", "bagde:gold"],
    ["glow", "glow"],
  ])("says %j as %j", (term, words) => {
    expect(termInWords(term, fieldsOf("creators"))).toBe(words);
  });
});
