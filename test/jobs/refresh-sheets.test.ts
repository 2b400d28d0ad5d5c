import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { notifySlack } from "../../bot/notify/notify-slack.js";
import { CrmError } from "../../core/errors/index.js";
import { ensureIndexes } from "../../core/models.js";
import {
  type HeldTab,
  listRuns,
  listTabs,
  type RefreshTab,
  saveTab,
  type TabRefresh,
} from "../../core/sheets/index.js";
import { refreshDueSheets } from "../../jobs/refresh-sheets.js";
import { textOf } from "../bot/slack/support.js";
import { asOwner } from "../support/as-owner.js";
import { testDatabase } from "../support/database.js";
import { ADA, testSlack } from "../support/slack.js";

const db = testDatabase();
const slack = testSlack(db);
const [NOON, ONE, TWO] = ["12:10", "13:05", "14:05"].map((at) => new Date(`2026-03-01T${at}:00Z`)) as [
  Date,
  Date,
  Date,
];
const owner = asOwner(NOON);

/** Runs of the job, and which tabs it brought up to date in what way. */
const run = (now: Date, refreshTab: RefreshTab, { told = true } = {}) => {
  const { bot, client } = slack;
  const notify = told ? { notify: notifySlack(db, client) } : {};
  return refreshDueSheets.run({}, { db, log: bot.log, now: () => now, refreshTab, ...notify });
};

const ended = ({ title, sheetId }: HeldTab, failure: { reason?: string; passing?: boolean } = {}): TabRefresh => ({
  run: {
    tab: title,
    sheetId,
    startedAt: NOON.toISOString(),
    seconds: 1.5,
    trigger: "schedule",
    outcome: failure.reason === undefined ? "done" : "failed",
    rows: { total: 3, changed: 1, added: 0, removed: 0 },
    cells: 2,
    ...(failure.reason === undefined ? {} : { reason: failure.reason }),
  },
  passing: failure.passing ?? false,
});

const fails =
  (reason: string, passing = false): RefreshTab =>
  async (tab) =>
    ended(tab, { reason, passing });
const works: RefreshTab = async (tab) => ended(tab);

const save = (sheetId: number, title: string, schedule: "hour" | "never" = "hour") =>
  saveTab(
    db,
    {
      spreadsheetId: "book-1",
      sheetId,
      title,
      list: "creators",
      query: "",
      brandId: "default",
      columns: ["handle"],
      whenGone: "grey",
      schedule: { every: schedule },
      paused: false,
    },
    { actor: { ...owner.actor, id: ADA }, now: NOON },
  );

const tabs = () => listTabs(db, "book-1", { actor: owner.actor });
const heard = async (word: string) => {
  const { messages } = await slack.as(ADA).state();
  return messages.filter(({ text }) => text?.includes(word));
};

beforeAll(async () => {
  await ensureIndexes(db);
  await slack.as(ADA).openHome(); // makes her known
});
beforeEach(async () => {
  for (const name of ["sheetTabs", "sheetRuns"]) await db.collection(name).deleteMany({});
});

describe("refresh sheets", () => {
  it("brings each tab that is due up to date once, however many workers there are", async () => {
    for (const sheetId of [1, 2, 3, 4, 5]) await save(sheetId, `Tab ${sheetId}`);
    await save(6, "Without a schedule", "never");
    const taken: number[] = [];
    const refresh: RefreshTab = async (tab) => {
      taken.push(tab.sheetId);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return ended(tab);
    };
    await Promise.all([run(ONE, refresh), run(ONE, refresh), run(ONE, refresh)]);
    expect(taken.sort()).toEqual([1, 2, 3, 4, 5]);
    const [first] = await tabs();
    expect(first).toMatchObject({ nextRunAt: "2026-03-01T14:00:00.000Z", lastRun: { outcome: "done", rows: 1 } });
    expect(await listRuns(db, "book-1")).toHaveLength(5);
  });

  it("does nothing where there is no service account, nor before the time", async () => {
    await save(1, "Early");
    const { bot } = slack;
    await refreshDueSheets.run({}, { db, log: bot.log, now: () => ONE });
    await run(NOON, fails("never called"));
    expect(await listRuns(db, "book-1")).toEqual([]);
  });

  it("tells who saved the tab of a failure once, and again when it has worked between", async () => {
    await save(1, "Told <!channel>");
    await run(ONE, fails("The tab was deleted."));
    await run(TWO, fails("The tab was deleted."));
    const [first, ...more] = await heard("Told");
    expect(more).toEqual([]);
    expect(textOf(first ? [first] : [])).toContain("The tab was deleted.");
    expect(first?.text).not.toContain("<!channel>");
    await run(new Date("2026-03-01T15:05:00Z"), works);
    await run(new Date("2026-03-01T16:05:00Z"), fails("The tab was deleted."));
    expect(await heard("Told")).toHaveLength(2);
    await run(new Date("2026-03-01T17:05:00Z"), fails("It is not shared."));
    expect(await heard("Told")).toHaveLength(3);
  });

  it("tries what passes by itself again in minutes, and tells of it when it did not pass", async () => {
    await save(1, "Passing");
    await run(ONE, fails("Google did not answer.", true));
    expect((await tabs())[0]?.nextRunAt).toBe("2026-03-01T13:10:00.000Z");
    expect(await heard("Passing")).toHaveLength(0);
    await run(new Date("2026-03-01T13:10:00Z"), fails("Google did not answer.", true));
    expect(await heard("Passing")).toHaveLength(1);
  });

  it("goes on with the others, and tells later, where nobody can be told", async () => {
    await save(1, "Unheard");
    await save(2, "After");
    await run(ONE, fails("It is not shared."), { told: false });
    expect(await listRuns(db, "book-1")).toHaveLength(2);
    await run(TWO, fails("It is not shared."));
    expect(await heard("Unheard")).toHaveLength(1);
  });

  it("leaves a tab that was saved anew meanwhile to its new time", async () => {
    await save(1, "Anew");
    await run(ONE, async () => {
      await save(1, "Anew");
      throw new CrmError("conflict", "the tab was saved anew");
    });
    expect(await listRuns(db, "book-1")).toEqual([]);
    const taken: number[] = [];
    await run(TWO, async (tab) => {
      taken.push(tab.sheetId);
      return ended(tab);
    });
    expect(taken).toEqual([1]);
    expect(await heard("Anew")).toHaveLength(0);
  });
});
