import type { KnownBlock } from "@slack/types";
import { describe, expect, it } from "vitest";
import { modalOf } from "../../../bot/actions/answer-press.js";
import { brandChoice } from "../../../bot/blocks/brand-choice.js";
import { brandForm } from "../../../bot/blocks/brand-form.js";
import { creatorRows } from "../../../bot/blocks/creator-rows.js";
import { digestMessage } from "../../../bot/blocks/digest.js";
import { doubleChoice } from "../../../bot/blocks/double-choice.js";
import { findCreatorView } from "../../../bot/blocks/find-creator-view.js";
import { foundInMessage, withAdded } from "../../../bot/blocks/found-in-message.js";
import { HELP_TOPICS, helpBlocks } from "../../../bot/blocks/help.js";
import { type HomeContent, home } from "../../../bot/blocks/home.js";
import { section } from "../../../bot/blocks/parts.js";
import { peopleList } from "../../../bot/blocks/people-list.js";
import { personForm } from "../../../bot/blocks/person-form.js";
import { segmentCard } from "../../../bot/blocks/segment-card.js";
import { segmentForm, segmentSaved } from "../../../bot/blocks/segment-form.js";
import { segmentList } from "../../../bot/blocks/segment-list.js";
import { sheetCode } from "../../../bot/blocks/sheet-code.js";
import { MOST_IN_MESSAGE, sheetList } from "../../../bot/blocks/sheet-list.js";
import { creatorUnfurl, videoUnfurl } from "../../../bot/blocks/unfurl.js";
import { checkHome, checkMessage, checkView } from "../../../bot/workspace/limits/index.js";
import type { Brand } from "../../../core/brands/index.js";
import type { CreatorRow } from "../../../core/lists/index.js";
import type { Segment, Subscription } from "../../../core/segments/index.js";

/** Names as people and files write them, and as nobody should. */
const NAMES = {
  usual: "Mia Cruz",
  long: "x".repeat(500),
  emoji: "👩‍👩‍👧‍👦".repeat(80),
  markup: "<!channel> *bold* _x_ `code` <@U123> & :smile:",
  blank: "   ",
};
const COUNTS = [0, 1, 100, 400];
const AT = new Date("2026-03-01T12:00:00Z");

const each = Object.entries(NAMES).flatMap(([kind, name]) => COUNTS.map((count) => [kind, count, name] as const));
const times = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place));

const brandOf = (name: string, place = 0): Brand => ({
  _id: `b${place}`,
  slug: `b${place}`,
  name: name.slice(0, 80).trim() || "B",
  currency: "USD",
  country: "US",
  zone: "UTC",
  createdAt: AT,
});

const rowOf = (name: string, place = 0): CreatorRow => ({
  id: `c${place}`,
  handle: `handle.${place}`,
  formerHandles: [],
  firstName: name,
  lastName: name,
  email: "someone@example.com",
  badge: "gold",
  followers: 12_345_678,
  gmvCents: 999_999_999_99,
  status: "active",
  tags: [name, name],
  notes: [{ text: name, at: AT, by: name }],
  whitelisted: false,
  optedOut: { email: false, sms: false },
  samples: 1,
  videos: 2,
  itemsSold: 3,
  updatedAt: AT,
});

const segmentOf = (name: string, place = 0): Segment => ({
  _id: `${name.slice(0, 60)}${place}`,
  name: name.slice(0, 60),
  list: "creators",
  query: name.repeat(20),
  brandId: "b0",
  owner: "U1",
  savedAt: AT,
  looks: [],
  rev: 1,
});

const subscriptionOf = (segment: string, place: string, reader?: string): Subscription => ({
  _id: `${segment} ${place}`,
  segment,
  place,
  ...(reader ? { reader } : {}),
  by: "U1",
  pace: "daily",
  since: AT,
  nextAt: AT,
});

const personOf = (name: string, place: number) => ({
  _id: `U${place}`,
  name,
  rights: [
    { brandId: "all", role: "viewer" as const },
    ...times(30, (at) => ({ brandId: `b${at}`, role: "editor" as const })),
  ],
  addedAt: AT,
  addedBy: "U1",
  rev: 1,
});

const ACCEPTED = {
  ...{ brandId: "b0", country: "US", currency: "USD", zone: "UTC", dayOrders: {} },
  ...{ asOf: "2026-03-01", window: "unknown" as const },
};

const importOf = (name: string, place: number): HomeContent["recent"][number] => ({
  _id: String(place),
  file: `${name}.csv`,
  sha256: "0",
  bytes: 1,
  status: "failed",
  brandId: "b0",
  source: "euka",
  by: "U1",
  via: "slack",
  receivedAt: AT,
  acceptedAt: AT,
  seq: place,
  accepted: ACCEPTED,
  error: name,
});

const sheetsOf = (count: number, name: string) => ({
  sheets: times(count, (place) => ({
    _id: `t${place}`,
    personId: "U1",
    spreadsheetId: "s".repeat(80),
    title: name,
    pairedAt: AT,
    lastUsedAt: AT,
  })),
  people: new Map([["U1", name]]),
});

const homeOf = (count: number, name: string): HomeContent => ({
  brands: times(Math.max(1, count), (place) => brandOf(name, place)),
  totals: { creators: { count: 37_000, more: true }, samples: { count, more: false } },
  freshness: times(count, (place) => ({
    brandId: `b${place % 10}`,
    source: "euka",
    asOf: "2026-01-01",
    days: 60,
    freshness: "stale",
  })),
  running: times(Math.min(count, 5), (place) => importOf(name, place)),
  recent: times(Math.min(count, 5), (place) => importOf(name, place)),
  segments: times(count, (place) => segmentOf(name, place)),
  toDecide: { alternatives: { count, more: true }, doubles: { count, more: false } },
  role: name,
  maySave: true,
  subscriptions: [],
  sheets: sheetsOf(count, name),
  people: times(count, (place) => personOf(name, place)),
});

const message = (blocks: readonly KnownBlock[], text = "x") => checkMessage({ text, blocks });

describe("every block builder keeps to Slack's limits", () => {
  it.each(each)("in Home, with %s names and %i of everything", (_, count, name) => {
    expect(checkHome(home(homeOf(count, name)))).toEqual([]);
  });

  it.each(each)("in segments, with %s names and %i of them", (_, count, name) => {
    const segments = times(count, (place) => segmentOf(name, place));
    const [segment = segmentOf(name)] = segments;
    const subscriptions = [subscriptionOf(segment._id, "slack:U1", "U1"), subscriptionOf(segment._id, "slack:C1")];
    const brands = times(count + 2, (place) => brandOf(name, place));
    expect(message(segmentList({ segments, subscriptions, brands: new Map(), maySave: true }))).toEqual([]);
    const card = { segment, brand: name, members: { count, more: true }, subscriptions, mayChange: true };
    expect(message(segmentCard(card))).toEqual([]);
    expect(message(segmentCard({ ...card, subscriptions: [] }))).toEqual([]);
    const form = { name, query: segment.query, brandId: "b1", brands, changing: segment._id };
    expect(checkView(segmentForm(form))).toEqual([]);
    expect(checkView(segmentSaved(segment))).toEqual([]);
  });

  it.each(each)("in lists of creators, with %s names and %i of them", (_, count, name) => {
    const rows = times(count, (place) => rowOf(name, place));
    const brand = brandOf(name);
    const former = rows.map((creator, place) => ({ handle: `old.${place}`, creator }));
    const notFound = times(count, (place) => `${name}${place}`);
    expect(checkView(modalOf(name, creatorRows(rows, { brandId: "b0", currency: "USD" })))).toEqual([]);
    for (const notKnown of [notFound, times(count, (place) => `nobody${place}`)]) {
      const named = foundInMessage({ found: rows, former, notFound: notKnown }, brand, true);
      expect(checkView(modalOf(name, named))).toEqual([]);
      const shown = named.map((block, at) => ({ ...block, block_id: `b${at}` }));
      const added = { who: `@${"h".repeat(24)}`, brand: brand._id };
      expect(checkView(modalOf(name, withAdded(shown, `b${shown.length - 2}`, added)))).toEqual([]);
    }
    expect(checkView(findCreatorView({ brand: "b0" }))).toEqual([]);
    expect(message(creatorUnfurl(rowOf(name), brand))).toEqual([]);
  });

  it.each(each)("in digests, doubles, people and brands, with %s names and %i of them", (_, count, name) => {
    const brand = brandOf(name);
    const members = times(count, (place) => ({ handle: `${"h".repeat(24)}${place}` }));
    const notice = { segment: name.slice(0, 60), brand, pace: "daily", from: AT, to: AT, members: count } as const;
    const digest = digestMessage({ ...notice, entered: members, left: members });
    expect(checkMessage(digest)).toEqual([]);
    expect(digest.text).not.toMatch(/<!channel>|\*bold\*/);

    const creators = [
      { id: "c0", handle: "h".repeat(500), name },
      { id: "c1", name },
    ] as const;
    const pair = {
      creators: [creators[0], creators[1]] as [(typeof creators)[0], (typeof creators)[1]],
      reasons: ["same e-mail" as const],
    };
    const rows = new Map([["c0", rowOf(name)]]);
    expect(checkView(doubleChoice({ pair, rows, skipped: count, total: count, said: name }))).toEqual([]);

    const brands = times(Math.max(1, count), (place) => brandOf(name, place));
    expect(
      message(
        peopleList(
          times(count, (place) => personOf(name, place)),
          new Map(),
          45,
        ),
      ),
    ).toEqual([]);
    expect(checkView(personForm(brands))).toEqual([]);
    expect(message(brandChoice({ bound: brand, usual: brand, brands, mayBind: true }))).toEqual([]);
    expect(checkView(brandForm({ ...brand, postalAddress: name }))).toEqual([]);
    expect(checkView(brandForm())).toEqual([]);
  });

  it.each(each)("in spreadsheets, with %s names and %i of them", (_, count, name) => {
    expect(message([section("x".repeat(80)), ...sheetList(sheetsOf(count, name), MOST_IN_MESSAGE)])).toEqual([]);
    expect(message(sheetCode({ code: "ABCDEFGH", name }))).toEqual([]);
    expect(checkView(modalOf("Connect a spreadsheet", sheetCode({ code: "ABCDEFGH", name })))).toEqual([]);
  });

  it.each(HELP_TOPICS)("in help about %s", (topic) => {
    expect(message(helpBlocks(topic, { canTry: true }))).toEqual([]);
    expect(checkView(modalOf("Help", helpBlocks(topic, { canTry: false })))).toEqual([]);
  });

  it("in what a video brought", () => {
    const video = {
      videoId: "1",
      productIds: [],
      brand: "b0",
      handle: "mia",
      title: NAMES.emoji,
      gmvCents: 1,
      asOf: "2026-01-01",
    };
    expect(message(videoUnfurl(video, brandOf("B")))).toEqual([]);
  });
});
