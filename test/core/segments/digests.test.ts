import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, addPerson } from "../../../core/access/index.js";
import { changeBrand } from "../../../core/brands/index.js";
import { addNote, tagCreator } from "../../../core/edits/index.js";
import { ensureIndexes } from "../../../core/models.js";
import {
  listSubscriptions,
  removeSegment,
  saveSegment,
  segmentChanges,
  sendDigests,
  subscribe,
  unsubscribe,
} from "../../../core/segments/index.js";
import { nextMorning } from "../../../core/segments/next-morning.js";
import type { Digest } from "../../../core/segments/send-digests.js";
import { testDatabase } from "../../support/database.js";
import { ADA, ada, BEN, clear, euka, later, NOW, takeIn, VIC } from "../edits/make.js";

const db = testDatabase();
const MINE = { place: "slack:U1", isShared: false, pace: "daily" } as const;
const OURS = { place: "slack:C1", isShared: true, pace: "daily" } as const;

const at = (moment: Date, actor: Actor = ADA) => ({ actor, now: moment });
const handles = (members: { handle?: string }[] = []) => members.map(({ handle }) => handle).sort();
const NEXT_MORNING = new Date("2026-03-02T09:00:00Z");

beforeAll(() => ensureIndexes(db));
beforeEach(async () => {
  await clear(db);
  await takeIn(db, euka({ handle: "ann" }, { handle: "bob" }, { handle: "cat" }));
  for (const { id, rights } of [ADA, BEN, VIC]) await addPerson(db, { id, role: rights[0]?.role ?? "" }, ada);
  await saveSegment(db, { name: "VIPs", query: "tag:vip" }, ada);
});

const tag = (handle: string, { add, remove }: { add?: string[]; remove?: string[] }, actor: Actor = BEN, minute = 10) =>
  tagCreator(db, handle, { add, remove }, at(later(minute), actor));

async function send(now = NEXT_MORNING): Promise<Digest[]> {
  const told: Digest[] = [];
  const tell = async (digest: Digest) => {
    told.push(digest);
  };
  const { failed } = await sendDigests(db, { now: () => now, tell });
  expect(failed).toEqual([]);
  return told;
}

describe("nextMorning", () => {
  it.each([
    ["daily", "UTC", "2026-03-01T08:59:00Z", "2026-03-01T09:00:00Z"],
    ["daily", "UTC", "2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z"],
    ["weekly", "UTC", "2026-03-01T12:00:00Z", "2026-03-02T09:00:00Z"],
    ["weekly", "UTC", "2026-03-02T09:00:00Z", "2026-03-09T09:00:00Z"],
    ["daily", "America/New_York", "2026-03-01T12:00:00Z", "2026-03-01T14:00:00Z"],
    // Clocks go forward in between.
    ["daily", "America/New_York", "2026-03-07T15:00:00Z", "2026-03-08T13:00:00Z"],
  ] as const)("of %s digests in %s after %s is %s", (pace, zone, now, morning) => {
    expect(nextMorning(pace, zone, new Date(now))).toEqual(new Date(morning));
  });
});

describe("subscribe", () => {
  it("makes the next morning of the brand's zone the first digest", async () => {
    await changeBrand(db, "default", { zone: "America/Los_Angeles" }, ada);
    expect((await subscribe(db, "vips", MINE, ada)).nextAt).toEqual(new Date("2026-03-01T17:00:00Z"));
  });

  it("changes the pace of a place that is told already", async () => {
    await subscribe(db, "vips", MINE, ada);
    await subscribe(db, "VIPS", { ...MINE, pace: "weekly" }, ada);
    expect(await listSubscriptions(db, [MINE.place], ada)).toMatchObject([{ segment: "vips", pace: "weekly" }]);
  });

  it("refuses lists of samples, and a viewer where others read", async () => {
    await saveSegment(db, { name: "shipped", query: "status:shipped", list: "samples" }, ada);
    await expect(subscribe(db, "shipped", MINE, ada)).rejects.toMatchObject({ code: "refused" });
    await expect(subscribe(db, "vips", OURS, at(NOW, VIC))).rejects.toMatchObject({ code: "forbidden" });
    await subscribe(db, "vips", MINE, at(NOW, VIC));
  });
});

describe("unsubscribe", () => {
  it("ends digests, and says so where there are none", async () => {
    await subscribe(db, "vips", MINE, ada);
    await unsubscribe(db, "vips", MINE.place, ada);
    await expect(unsubscribe(db, "vips", MINE.place, ada)).rejects.toMatchObject({ code: "not-found" });
  });

  it.each(["email:ann@example.com", "-phone:832", "ann", "segment:inner"])(
    "tells nobody who sees contacts masked, alone or among others, who is in %s",
    async (query) => {
      await saveSegment(db, { name: "inner", query: "tag:vip OR mail:ann" }, ada);
      const segment = await saveSegment(db, { name: "hidden", query }, ada);
      const forbidden = { code: "forbidden", say: expect.stringMatching(/^"hidden" looks into e-mails or phones/) };
      await expect(segmentChanges(db, "hidden", NOW, at(NOW, VIC))).rejects.toMatchObject(forbidden);
      await expect(subscribe(db, "hidden", MINE, at(NOW, VIC))).rejects.toMatchObject(forbidden);
      await expect(subscribe(db, "hidden", OURS, ada)).rejects.toMatchObject(forbidden);
      expect((await segmentChanges(db, "hidden", NOW, at(NOW, BEN))).segment).toBe(segment.name);
      await subscribe(db, "hidden", MINE, at(NOW, BEN));
    },
  );

  it("lets no viewer end what an editor subscribed a channel to", async () => {
    await subscribe(db, "vips", OURS, ada);
    await expect(unsubscribe(db, "vips", OURS.place, { actor: VIC })).rejects.toMatchObject({ code: "forbidden" });
    await unsubscribe(db, "vips", OURS.place, { actor: BEN });
  });
});

describe("removeSegment", () => {
  it("ends the digests of it", async () => {
    await subscribe(db, "vips", MINE, ada);
    await removeSegment(db, "vips", ada);
    await saveSegment(db, { name: "VIPs", query: "tag:vip" }, ada);
    expect(await listSubscriptions(db, [MINE.place], ada)).toEqual([]);
  });
});

describe("sendDigests", () => {
  it("tells no channel of a segment that was given contacts since", async () => {
    await subscribe(db, "vips", OURS, ada);
    await subscribe(db, "vips", MINE, at(NOW, BEN));
    await saveSegment(db, { name: "VIPs", query: "email:example.com" }, at(later(1)));
    await takeIn(db, euka({ handle: "dan", email: "dan@example.com" }), { name: "later.csv" });
    const told: Digest[] = [];
    const tell = async (digest: Digest) => {
      told.push(digest);
    };
    const { failed } = await sendDigests(db, { now: () => NEXT_MORNING, tell });
    expect(told.map(({ place }) => place)).toEqual([MINE.place]);
    expect(failed).toMatchObject([{ subscription: "vips slack:C1", error: { code: "forbidden" } }]);
  });

  it("tells who entered and who left since the digest before, once", async () => {
    await tag("ann", { add: ["vip"] }, BEN, -10);
    await subscribe(db, "vips", OURS, ada);
    await tag("bob", { add: ["vip"] });
    await tag("ann", { remove: ["vip"] });
    const [digest, ...others] = await send();
    expect(others).toEqual([]);
    expect(digest).toMatchObject({ segment: "VIPs", place: OURS.place, members: 1, brand: { slug: "default" } });
    expect([handles(digest?.entered), handles(digest?.left)]).toEqual([["bob"], ["ann"]]);
    expect(await send()).toEqual([]);
    await tag("cat", { add: ["vip"] }, BEN, 60 * 24);
    const [second] = await send(new Date("2026-03-03T09:00:00Z"));
    expect([handles(second?.entered), second?.left]).toEqual([["cat"], []]);
  });

  it("tells nothing before the morning, and nothing when nothing changed", async () => {
    await subscribe(db, "vips", MINE, ada);
    await tag("bob", { add: ["vip"] });
    expect(await send(new Date("2026-03-02T08:59:00Z"))).toEqual([]);
    expect(await send()).toHaveLength(1);
    expect(await send(new Date("2026-03-03T09:00:00Z"))).toEqual([]);
  });

  it("tells each digest once when several workers send at once", async () => {
    await subscribe(db, "vips", MINE, ada);
    await tag("bob", { add: ["vip"] });
    const told = await Promise.all(Array.from({ length: 6 }, () => send()));
    expect(told.flat()).toHaveLength(1);
  });

  it("leaves out what its only reader did, and keeps what others did", async () => {
    await subscribe(db, "vips", { ...MINE, place: "slack:ben" }, at(NOW, BEN));
    await tag("bob", { add: ["vip"] }, BEN);
    expect(await send()).toEqual([]);
    await tag("cat", { add: ["vip"] }, ADA, 60 * 24);
    const [digest] = await send(new Date("2026-03-03T09:00:00Z"));
    expect(handles(digest?.entered)).toEqual(["cat"]);
  });

  it("takes an act of the reader that the query does not ask about for no reason to be silent", async () => {
    await saveSegment(db, { name: "named", query: "segment:VIPs" }, ada);
    await subscribe(db, "named", { ...MINE, place: "slack:ben" }, at(NOW, BEN));
    await addNote(db, "bob", "wrote to her", at(later(5), BEN));
    await tag("bob", { add: ["vip"] }, ADA);
    await tag("cat", { add: ["vip"] }, BEN);
    const [digest] = await send();
    expect(handles(digest?.entered)).toEqual(["bob"]);
  });

  it("tells a place that several read whoever did it", async () => {
    await subscribe(db, "vips", OURS, at(NOW, BEN));
    await tag("bob", { add: ["vip"] }, BEN);
    expect(await send()).toHaveLength(1);
  });

  it.each([MINE.pace, "weekly" as const])("tells the next morning what could not be told, %s", async (pace) => {
    await subscribe(db, "vips", MINE, ada);
    await subscribe(db, "vips", { ...OURS, pace }, ada);
    await tag("bob", { add: ["vip"] });
    const told: string[] = [];
    const tell = async ({ place }: Digest) => {
      if (place === OURS.place) throw new Error("not_in_channel");
      told.push(place);
    };
    const { failed, sent } = await sendDigests(db, { now: () => NEXT_MORNING, tell });
    expect([sent, failed, told]).toEqual([
      1,
      [{ subscription: "vips slack:C1", error: expect.any(Error) }],
      [MINE.place],
    ]);
    const again = await send(new Date("2026-03-03T09:00:00Z"));
    expect(again.map(({ place, entered }) => [place, handles(entered)])).toEqual([[OURS.place, ["bob"]]]);
  });
});
