import { describe, expect, it } from "vitest";
import { conflictForm } from "../../../bot/blocks/conflict-form.js";
import { creatorCard, sharedCard } from "../../../bot/blocks/creator-card.js";
import { nobodyFound, severalCreators } from "../../../bot/blocks/creator-choices.js";
import { dmForm, noteForm, tagForm } from "../../../bot/blocks/creator-forms.js";
import { creatorSources } from "../../../bot/blocks/creator-sources.js";
import { editForm } from "../../../bot/blocks/edit-form.js";
import { changeFindForm } from "../../../bot/blocks/find-form.js";
import { wrongQuery } from "../../../bot/blocks/find-mistake.js";
import { findResult } from "../../../bot/blocks/find-result.js";
import { askToMerge, merged } from "../../../bot/blocks/merge-question.js";
import { plainBlocks } from "../../../bot/blocks/plain-blocks.js";
import { askToTag, tagged, tagManyForm } from "../../../bot/blocks/tag-many.js";
import type { FindQuestion } from "../../../bot/find-question.js";
import type { SlackMessage } from "../../../bot/send-with-fallback.js";
import { checkMessage, checkView } from "../../../bot/workspace/limits/index.js";
import { parseQuery } from "../../../core/query/index.js";
import {
  emptyDetail,
  emptyRow,
  extremeDetail,
  extremeRow,
  extremeSample,
  extremeVideo,
  LONG,
  MARKUP,
} from "./extreme.js";
import { tableIn, textsOf } from "./texts.js";

const BRAND = { _id: "default", name: LONG, currency: "USD", zone: "America/New_York" };
const CARRIED = JSON.stringify({
  who: "@mia.glow",
  brand: "default",
  url: `https://hooks.slack.com/${"a".repeat(80)}`,
});
const NEVER_OPEN = /<!|<@|<#/;

const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const find = <L extends FindQuestion["list"]>(list: L, query = ""): FindQuestion & { list: L } => ({
  list,
  query,
  brand: "default",
  before: 0,
});

/** What Slack would refuse of a message, in new kinds of blocks and in old ones. */
function troubles(message: SlackMessage) {
  expect(message.text).not.toMatch(NEVER_OPEN);
  expect(message.text).not.toContain("*");
  return [...checkMessage(message), ...checkMessage({ ...message, blocks: plainBlocks(message.blocks) })];
}

describe("messages about creators stay inside of Slack's limits", () => {
  const for_ = { brand: BRAND, mayChange: true };
  const messages: [string, () => SlackMessage][] = [
    ["a card of whom nothing is known", () => creatorCard(emptyDetail(), for_)],
    ["a card of everything, as long as can be", () => creatorCard(extremeDetail(), for_)],
    ["a card for a viewer", () => creatorCard(extremeDetail(), { ...for_, mayChange: false })],
    ["a card without a handle", () => creatorCard({ ...emptyDetail(), handle: undefined, tiktokUserId: "7001" }, for_)],
    ["a shared card of nothing", () => sharedCard(emptyDetail(), for_, "Ada")],
    ["a shared card of everything", () => sharedCard(extremeDetail(), for_, LONG)],
    ["20 creators that fit", () => severalCreators(LONG, { creators: many(20, extremeRow), total: 900 }, BRAND)],
    ["nobody, and nobody near", () => nobodyFound(MARKUP, [], BRAND)],
    [
      "nobody, but five near and a command",
      () =>
        nobodyFound(LONG, many(5, extremeRow), BRAND, {
          hint: `/creator find ${LONG}`,
          elsewhere: { creator: extremeRow(), brands: many(9, () => BRAND) },
        }),
    ],
    ["a merge of two", () => askToMerge(extremeRow(1), extremeRow(2), BRAND)],
    ["a merge that is done", () => merged({ from: `@${"x".repeat(64)}`, into: "@mia.glow", brand: "default" })],
    [
      "tags for many",
      () =>
        askToTag(
          { query: MARKUP, brand: "default", add: [LONG.slice(0, 40)], remove: [] },
          { brand: "x", count: 37_000, examples: many(5, () => "x".repeat(64)) },
          LONG,
        ),
    ],
    [
      "tags for nobody",
      () =>
        askToTag(
          { query: MARKUP, brand: "default", add: ["a"], remove: [] },
          { brand: "x", count: 0, examples: [] },
          LONG,
        ),
    ],
    [
      "tags that are given",
      () =>
        tagged(
          { add: many(60, (at) => `tag ${at} ${"t".repeat(30)}`), remove: [] },
          { batch: "1", selected: 37_000, changed: 36_000 },
        ),
    ],
  ];

  it.each(messages)("%s", (_, make) => {
    expect(troubles(make())).toEqual([]);
  });
});

describe("findResult stays inside of Slack's limits", () => {
  const for_ = { brand: BRAND, mayChange: true };
  const next = "c".repeat(300);

  it("with 0 rows", () => {
    expect(troubles(findResult(find("creators", MARKUP), { total: 0, rows: [] }, for_))).toEqual([]);
  });

  it("with 100 usual rows", () => {
    const rows = many(100, (at) => ({ ...emptyRow(`creator.number.${at}`), gmvCents: 1_234_567, tags: ["vip"] }));
    const message = findResult(find("creators", "gmv:>5k"), { total: 12_000, more: true, rows, next }, for_);
    expect(troubles(message)).toEqual([]);
    expect(tableIn(message.blocks)).toHaveLength(101);
    expect(tableIn(message.blocks)[0]).toEqual(["Creator", "GMV", "Samples", "Videos", "Status", "Tags"]);
  });

  it("with 100 rows as long as can be, and says which columns there was no room for", () => {
    const message = findResult(
      find("creators", LONG),
      { total: 12_000, more: true, rows: many(100, extremeRow), next },
      for_,
    );
    expect(troubles(message)).toEqual([]);
    expect(tableIn(message.blocks)).toHaveLength(101);
    expect(tableIn(message.blocks)[0]).toContain("GMV");
    expect(textsOf(message.blocks)).toMatch(/No room for: .*Tags/);
  });

  it("with 100 samples and 100 videos as long as can be", () => {
    const samples = findResult(find("samples", LONG), { total: 500, rows: many(100, extremeSample), next }, for_);
    expect(troubles(samples)).toEqual([]);
    const videos = findResult(find("videos", LONG), { total: 500, rows: many(100, extremeVideo), next }, for_);
    expect(troubles(videos)).toEqual([]);
  });

  it("with a query that no button can carry, and says so", () => {
    const message = findResult(find("creators", "a ".repeat(1_500)), { total: 1, rows: [emptyRow()] }, for_);
    expect(troubles(message)).toEqual([]);
    expect(textsOf(message.blocks)).toContain("too long for buttons");
  });
});

describe("wrongQuery", () => {
  const queries: [string, string][] = [
    ["a mistyped field", "bagde:gold"],
    ["markup before a mistake", `${MARKUP} bagde:gold`],
    ["a mistake far behind", `${"x ".repeat(2_000)}bagde:gold`],
    ["an open quote", '"'],
    ["an open parenthesis", "("],
    ["a field as long as can be", `${LONG}:`],
  ];

  it.each(queries)("stays inside of Slack's limits for %s", (_, query) => {
    const parsed = parseQuery(query, "creators");
    if (parsed.ok) throw new Error("this is a query");
    expect(troubles(wrongQuery(find("creators", query), parsed.error))).toEqual([]);
  });
});

describe("views about creators stay inside of Slack's limits", () => {
  const preview = { brand: "x", count: 37_000, examples: many(5, () => "x".repeat(64)) };
  const sources = { written: BRAND, mayChange: true, files: new Map([["0", LONG]]), carried: CARRIED };
  const texts = {
    email: `${"m".repeat(240)}@example.com`,
    firstName: LONG,
    line1: LONG.repeat(10),
    badge: "gold",
    status: "active",
    whitelisted: "no",
  };
  const views: [string, () => unknown][] = [
    ["sources of nothing", () => creatorSources("@mia.glow", emptyDetail(), sources)],
    ["sources of everything", () => creatorSources("@mia.glow", extremeDetail(), sources)],
    ["the form of nothing", () => editForm("@mia.glow", {}, CARRIED)],
    ["the form of everything", () => editForm(`@${"x".repeat(64)}`, texts, CARRIED)],
    [
      "a conflict in every field",
      () =>
        conflictForm(
          [
            { field: "email", seen: null, current: LONG.repeat(8), wanted: LONG.repeat(8), by: "U0ADA12345" },
            { field: "city", seen: LONG, current: null, wanted: "" },
          ],
          CARRIED,
        ),
    ],
    ["no tags", () => tagForm("@mia.glow", [], CARRIED)],
    [
      "many tags",
      () =>
        tagForm(
          "@mia.glow",
          many(200, (at) => `tag ${at} ${"t".repeat(30)}`),
          CARRIED,
        ),
    ],
    ["a note", () => noteForm("@mia.glow", CARRIED)],
    ["a DM", () => dmForm("@mia.glow", new Date("2026-02-03"), CARRIED)],
    ["another order", () => changeFindForm(find("creators", LONG), { url: "https://hooks.slack.com/x" })],
    ["another order of nothing", () => changeFindForm(find("samples"), { url: "https://hooks.slack.com/x" })],
    ["tags for all", () => tagManyForm(LONG.repeat(4), preview, CARRIED)],
  ];

  it.each(views)("%s", (_, make) => {
    expect(checkView(make())).toEqual([]);
  });
});

describe("plainBlocks", () => {
  it("keeps what a table says", () => {
    const message = findResult(find("creators"), { total: 1, rows: [emptyRow()] }, { brand: BRAND, mayChange: true });
    const plain = plainBlocks(message.blocks);
    expect(plain.map(({ type }) => type)).not.toContain("data_table");
    expect(textsOf(plain)).toContain("@mia.glow");
    expect(textsOf(plain)).toContain("Samples");
  });

  it("leaves old kinds as they are", () => {
    const { blocks } = creatorCard(extremeDetail(), { brand: BRAND, mayChange: true });
    expect(plainBlocks(blocks)).toEqual(blocks);
  });
});
