import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TabSchedule } from "../../../core/contract/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { holdDueTab, keepTab, releaseTab, removeTab, saveTab } from "../../../core/sheets/index.js";
import { asOwner } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";

const db = testDatabase();
const at = (time: string) => new Date(`2026-03-01T${time}:00Z`);
const DUE = at("13:00");
/** Somebody silent for ten minutes is taken for dead. */
const STILL_ALIVE = at("13:09");
const TAKEN_FOR_DEAD = at("13:10");

const save = (sheetId: number, { schedule = { every: "hour" }, paused = false }: Partial<Settings> = {}) =>
  saveTab(
    db,
    {
      spreadsheetId: "book",
      sheetId,
      title: `Tab ${sheetId}`,
      list: "creators",
      query: "",
      brandId: "default",
      columns: ["handle"],
      whenGone: "grey",
      schedule,
      paused,
    },
    asOwner(at("12:30")),
  );
interface Settings {
  schedule: TabSchedule;
  paused: boolean;
}

/** Takes the tab that is due. */
async function hold(now: Date) {
  const held = await holdDueTab(db, now);
  if (!held) throw new Error("no tab is due");
  return held;
}

beforeAll(() => ensureIndexes(db));
beforeEach(() => db.collection("sheetTabs").deleteMany({}));

describe("holdDueTab", () => {
  it("takes what is due, the longest due first, and nothing before its time", async () => {
    await save(1, { schedule: { every: "day", hour: 14 } });
    await save(2);
    expect(await holdDueTab(db, at("12:59"))).toBeUndefined();
    expect((await hold(at("14:00"))).sheetId).toBe(2);
    expect((await hold(at("14:00"))).sheetId).toBe(1);
    expect(await holdDueTab(db, at("14:00"))).toBeUndefined();
  });

  it("gives each of several who ask at once another tab", async () => {
    for (const sheetId of [1, 2, 3]) await save(sheetId);
    const held = await Promise.all([1, 2, 3, 4, 5, 6].map(() => holdDueTab(db, DUE)));
    const taken = held.flatMap((tab) => (tab ? [tab] : []));
    expect(taken.map(({ sheetId }) => sheetId).sort()).toEqual([1, 2, 3]);
    expect(new Set(taken.map(({ holder }) => holder)).size).toBe(3);
  });

  it("takes no tab that is paused or has no schedule", async () => {
    await save(1, { paused: true });
    await save(2, { schedule: { every: "never" } });
    await save(3);
    await save(3, { paused: true });
    expect(await holdDueTab(db, at("23:00"))).toBeUndefined();
  });

  it("takes over from who was silent for too long, who may not go on then", async () => {
    await save(1);
    const first = await hold(DUE);
    expect(await holdDueTab(db, STILL_ALIVE)).toBeUndefined();
    const second = await hold(TAKEN_FOR_DEAD);
    await expect(keepTab(db, first, TAKEN_FOR_DEAD)).rejects.toMatchObject({ code: "conflict" });
    await keepTab(db, second, TAKEN_FOR_DEAD);
    await releaseTab(db, first, { now: TAKEN_FOR_DEAD });
    expect(await holdDueTab(db, TAKEN_FOR_DEAD)).toBeUndefined();
  });
});

describe("keepTab", () => {
  it("keeps others away as long as it is asked", async () => {
    await save(1);
    const held = await hold(DUE);
    await keepTab(db, held, STILL_ALIVE);
    expect(await holdDueTab(db, at("13:18"))).toBeUndefined();
    expect((await hold(at("13:19"))).sheetId).toBe(1);
  });

  it("refuses a tab that was unbound, or saved anew, meanwhile", async () => {
    await save(1);
    const first = await hold(DUE);
    await saveTab(db, { ...settingsOf(first), query: "has:email" }, asOwner(DUE));
    await expect(keepTab(db, first, DUE)).rejects.toMatchObject({ code: "conflict" });
    await removeTab(db, first, asOwner(DUE));
    await expect(keepTab(db, first, DUE)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("releaseTab", () => {
  const stored = () => db.collection("sheetTabs").findOne({ sheetId: 1 });

  it("plans the next time, by the clock of the brand, and lets it go", async () => {
    await save(1, { schedule: { every: "week", day: 1, hour: 9 } });
    const monday = new Date("2026-03-02T09:00:00Z");
    await releaseTab(db, await hold(monday), { now: monday });
    expect(await stored()).toMatchObject({ nextRunAt: new Date("2026-03-09T09:00:00Z") });
    expect(await stored()).not.toHaveProperty("heldUntil");
  });

  it("comes back earlier when asked, and never later than planned", async () => {
    await save(1);
    await releaseTab(db, await hold(DUE), { now: DUE, again: at("13:05"), told: "It is not shared." });
    expect(await stored()).toMatchObject({ nextRunAt: at("13:05"), told: "It is not shared." });
    await releaseTab(db, await hold(at("13:58")), { now: at("13:58"), again: at("14:03") });
    expect(await stored()).toMatchObject({ nextRunAt: at("14:00") });
    expect(await stored()).not.toHaveProperty("told");
  });

  it("leaves a tab paused that was paused meanwhile, and an unbound one unbound", async () => {
    await save(1);
    const held = await hold(DUE);
    await save(1, { paused: true });
    await releaseTab(db, held, { now: DUE });
    expect(await stored()).not.toHaveProperty("nextRunAt");
    await removeTab(db, held, asOwner(DUE));
    await releaseTab(db, held, { now: DUE });
    expect(await stored()).toBeNull();
  });
});

function settingsOf({ _id, holder, heldUntil, by, savedAt, nextRunAt, ...settings }: Awaited<ReturnType<typeof hold>>) {
  return settings;
}
