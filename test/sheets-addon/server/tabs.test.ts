import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changePerson, removePerson } from "../../../core/access/index.js";
import { auditLog } from "../../../core/audit/index.js";
import { addBrand, changeBrand } from "../../../core/brands/index.js";
import { MOST_TABS, type SaveTabRequest } from "../../../core/contract/index.js";
import { testDatabase } from "../../support/database.js";
import { OWNER, SHEET, startApi } from "./start-api.js";

const db = testDatabase();
const { call, tokenOf } = startApi(db);
const withSchedules = startApi(db, undefined, { serviceAccount: "roster@roster-synced.example" });
const tokens: Record<string, string> = {};

const TAB: SaveTabRequest = {
  title: "Best sellers",
  list: "creators",
  query: "gmv:>5k",
  brand: "glow",
  columns: ["handle", "email", "gmvCents"],
  whenGone: "grey",
  schedule: { every: "day", hour: 9 },
  paused: false,
};

const put = (sheetId: number | string, tab: object = TAB, token = tokens.ann) =>
  call(`/sheets/tabs/${sheetId}`, { method: "PUT", token, body: tab });
const list = async (token = tokens.ann) => (await call("/sheets/tabs", { token })).body;
const unbind = (sheetId: number, token = tokens.ann) => call(`/sheets/tabs/${sheetId}`, { method: "DELETE", token });

beforeAll(async () => {
  await addBrand(db, { slug: "glow", zone: "America/New_York", currency: "GBP" }, OWNER);
  tokens.ann = await tokenOf("ann", "admin");
  tokens.vic = await tokenOf("vic", "viewer");
  tokens.eve = await tokenOf("eve", "viewer", "default");
});

beforeEach(() => db.collection("sheetTabs").deleteMany({}));

describe("PUT /sheets/tabs/:sheetId", () => {
  it("binds a tab, with the next time by the clock of the brand", async () => {
    const { status, body } = await put(7);
    expect(status).toBe(200);
    expect(body).toEqual({ ...TAB, sheetId: 7, by: "ann", nextRunAt: "2026-03-01T14:00:00.000Z" });
    expect(await list()).toEqual({ tabs: [body] });
  });

  it("changes what a tab shows; who saved it last gives the rights", async () => {
    await put(7);
    const { body } = await put(7, { ...TAB, schedule: { every: "never" } }, tokens.vic);
    expect(body).toMatchObject({ by: "vic", schedule: { every: "never" } });
    expect(body).not.toHaveProperty("nextRunAt");
    expect((await list()).tabs).toHaveLength(1);
  });

  it("has no next time while it is paused", async () => {
    expect((await put(7, { ...TAB, paused: true })).body).not.toHaveProperty("nextRunAt");
    expect((await put(7)).body).toHaveProperty("nextRunAt");
  });

  it.each([
    ["a mistake in the query", { query: "gvm:>5k" }, 400, /Did you mean "gmv:"/],
    ["a segment that is not there", { query: 'segment:"nobody"' }, 400, /segment/],
    ["a column that is not there", { columns: ["handel"] }, 400, /Did you mean handle/],
    ["no column", { columns: [] }, 400, /columns/],
    ["a column that stands twice", { columns: ["handle", "handle"] }, 400, /twice/],
    ["a brand that is not there", { brand: "glo" }, 404, /no brand "glo"/],
    ["an hour that no clock has", { schedule: { every: "day", hour: 24 } }, 400, /schedule/],
    ["a day that no week has", { schedule: { every: "week", day: 0, hour: 1 } }, 400, /schedule/],
    ["an hour of a schedule that has none", { schedule: { every: "hour", hour: 1 } }, 400, /schedule/],
    ["another spreadsheet's number", { spreadsheetId: "other" }, 400, /spreadsheetId/],
  ])("refuses %s", async (_what, wrong, status, detail) => {
    const answer = await put(7, { ...TAB, ...wrong });
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringMatching(detail)]);
    expect((await list()).tabs).toEqual([]);
  });

  it("refuses what is no number of a tab", async () => {
    expect((await put("7a")).status).toBe(400);
    expect((await put("-1")).status).toBe(400);
  });

  it("refuses a search by contacts of who sees them masked", async () => {
    const { status, body } = await put(7, { ...TAB, query: "email:mia" }, tokens.vic);
    expect([status, body.detail]).toEqual([403, expect.stringContaining("contacts masked")]);
  });

  it("refuses a brand that the person may not look at, also to take its tab away", async () => {
    expect((await put(7, TAB, tokens.eve)).status).toBe(403);
    await put(7);
    expect((await put(7, { ...TAB, brand: "default" }, tokens.eve)).status).toBe(403);
    expect((await unbind(7, tokens.eve)).status).toBe(403);
    expect((await list(tokens.eve)).tabs).toEqual([]);
    expect((await list()).tabs[0].brand).toBe("glow");
  });

  it("binds so many tabs and no more, also when several come at once", { timeout: 30_000 }, async () => {
    for (let id = 1; id < MOST_TABS; id += 1) await put(id);
    const answers = await Promise.all([101, 102, 103].map((id) => put(id)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    const { body } = await put(104).then((first) => (first.status === 200 ? put(105) : first));
    expect(body.detail).toContain(`at most ${MOST_TABS} tabs`);
    expect((await list()).tabs.length).toBe(MOST_TABS);
    expect((await put(1, { ...TAB, query: "" })).status).toBe(200);
  });

  it("follows a brand that is called otherwise later", async () => {
    await put(7);
    await changeBrand(db, "glow", { slug: "glow-us" }, OWNER);
    expect((await list()).tabs[0].brand).toBe("glow-us");
    await changeBrand(db, "glow-us", { slug: "glow" }, OWNER);
  });
});

describe("DELETE /sheets/tabs/:sheetId", () => {
  it("forgets the tab, and says when there is none", async () => {
    await put(7);
    expect((await unbind(7)).status).toBe(200);
    expect((await list()).tabs).toEqual([]);
    const { status, body } = await unbind(7);
    expect([status, body.detail]).toEqual([404, expect.stringContaining("nothing to unbind")]);
  });
});

describe("the tabs of a spreadsheet", () => {
  it("are asked for with a token", async () => {
    expect((await call("/sheets/tabs")).status).toBe(401);
    expect((await call("/sheets/tabs", { token: tokens.ann, sheet: "another" })).status).toBe(403);
  });

  it("tell whom to share the spreadsheet with, where there is somebody", async () => {
    const { body } = await withSchedules.call("/sheets/tabs", { token: tokens.ann });
    expect(body).toEqual({ tabs: [], serviceAccount: "roster@roster-synced.example" });
    expect(await list()).toEqual({ tabs: [] });
  });

  it("tell their last run, by the number or by the name", async () => {
    await put(7);
    const run = {
      tab: "Best sellers",
      startedAt: "2026-03-01T11:59:00.000Z",
      seconds: 30,
      trigger: "person",
      outcome: "done",
      rows: { total: 9, changed: 1, added: 2, removed: 3 },
      cells: 12,
    };
    const lastRun = { at: "2026-03-01T11:59:30.000Z", trigger: "person", outcome: "done", rows: 6 };
    await call("/sheets/log", { token: tokens.ann, body: run });
    expect((await list()).tabs[0].lastRun).toEqual(lastRun);
    const failed = { ...run, tab: "Renamed", sheetId: 7, outcome: "failed", reason: "The ids are gone." };
    await call("/sheets/log", { token: tokens.ann, body: failed });
    const [tab] = (await list()).tabs;
    expect(tab.lastRun).toEqual({ ...lastRun, outcome: "failed", reason: "The ids are gone." });
    expect(tab.title).toBe("Renamed");
  });

  it("leave in the audit log who bound, changed and unbound them", async () => {
    await db.collection("settingChanges").deleteMany({});
    await put(7);
    await put(7);
    await put(7, { ...TAB, schedule: { every: "week", day: 1, hour: 8 } }, tokens.vic);
    await unbind(7);
    const { entries } = await auditLog(db, { limit: 10, actor: OWNER.actor });
    const changes = entries.filter((entry) => JSON.stringify(entry).includes("Best sellers"));
    expect(changes.map(({ by }) => by)).toEqual(["ann", "vic", "ann"]);
    const text = JSON.stringify(changes);
    expect(text).toContain(SHEET);
    expect(text).toContain("every day at 9:00");
    expect(text).toContain("every Monday at 8:00");
  });

  it("are not shown to who was removed from the people", async () => {
    await changePerson(db, "vic", { role: "viewer" }, OWNER);
    await removePerson(db, "vic", OWNER);
    expect((await call("/sheets/tabs", { token: tokens.vic })).status).toBe(401);
  });
});
