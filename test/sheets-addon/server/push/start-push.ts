import type { Connection } from "mongoose";
import pino from "pino";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { addPerson } from "../../../../core/access/index.js";
import { ensureIndexes } from "../../../../core/models.js";
import { type HeldTab, holdDueTab, releaseTab, saveTab } from "../../../../core/sheets/index.js";
import { scheduledRefresh } from "../../../../sheets-addon/server/push/index.js";
import { type FakeSheets, startSheets } from "../../../support/sheets-v4.js";
import { Workbook } from "../../../support/workbook.js";
import { OWNER } from "../start-api.js";

export const BOOK = "sheet-1";
/** Google's number of the tab. */
export const TAB = 0;
const HOUR = 3_600_000;

type Settings = Omit<Parameters<typeof saveTab>[1], "spreadsheetId" | "sheetId">;
export const SETTINGS: Settings = {
  title: "Sheet1",
  list: "creators",
  query: "",
  brandId: "default",
  columns: ["handle", "email", "status", "notes", "followers", "lastPostedAt"],
  whenGone: "grey",
  schedule: { every: "hour" },
  paused: false,
};

/** A spreadsheet at Google, and refreshes of its tabs by schedule; the hours go by as they are waited for. */
export function startPush(db: Connection) {
  const clock = { now: new Date("2026-03-01T12:00:00Z") };
  const held: { google?: FakeSheets } = {};
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line) => void logged.push(line) });

  const google = (): FakeSheets => {
    if (!held.google) throw new Error("the fake has not started");
    return held.google;
  };

  beforeAll(async () => {
    await ensureIndexes(db);
    held.google = await startSheets();
    for (const id of ["ann", "vic"]) await addPerson(db, { id, role: id === "vic" ? "viewer" : "editor" }, OWNER);
  }, 60_000);
  afterAll(() => held.google?.stop());
  beforeEach(async () => {
    await db.collection("sheetTabs").deleteMany({});
    await db.collection("sheetRuns").deleteMany({});
    const fake = google();
    fake.books.set(BOOK, new Workbook(BOOK));
    fake.shared.clear();
    fake.calls.length = 0;
    fake.trouble = () => undefined;
    fake.signInTrouble = undefined;
    logged.length = 0;
  });

  /** By whom: `ann` is an editor, `vic` a viewer. */
  async function bind(settings: Partial<Settings> = {}, by = "ann") {
    const actor = { ...OWNER.actor, id: by };
    await saveTab(db, { ...SETTINGS, ...settings, spreadsheetId: BOOK, sheetId: TAB }, { actor, now: clock.now });
  }

  function refresher(options: { pause?: number } = {}) {
    const { rootUrl, account } = google();
    const parts = { db, log, now: () => clock.now };
    return scheduledRefresh(parts, account, { rootUrl, pause: 1, pace: { every: 0 }, ...options });
  }

  async function hold(): Promise<HeldTab> {
    clock.now = new Date(clock.now.getTime() + HOUR);
    const tab = await holdDueTab(db, clock.now);
    if (!tab) throw new Error("no tab is due");
    return tab;
  }

  /** The refresh of the next hour. */
  async function run() {
    const tab = await hold();
    google().calls.length = 0;
    try {
      return await refresher()(tab);
    } finally {
      await releaseTab(db, tab, { now: clock.now });
    }
  }

  const book = (): Workbook => google().books.get(BOOK) ?? new Workbook(BOOK);
  const sheet = (title = "Sheet1") => book().sheet(title);
  /** Rows below the header, by handle: what our columns show. */
  const shown = (title = "Sheet1") =>
    new Map(
      sheet(title)
        .texts()
        .slice(1)
        .map(([_id, handle = "", ...rest]) => [handle, rest]),
    );
  /** Where a column of ours is, and a row, in the sheet. */
  const place = (handle: string, header: string) => {
    const texts = sheet().texts();
    const [headers = []] = texts;
    const handles = headers.indexOf("Handle");
    const row = texts.findIndex((line) => line[handles] === handle);
    return [row, headers.findIndex((each) => each.startsWith(header))] as const;
  };
  const cell = (handle: string, header: string) => sheet().cell(...place(handle, header));
  /** Somebody types into a cell. */
  const type = (handle: string, header: string, text: string) => sheet().type(...place(handle, header), text);
  /** Cells that were written into a sheet by the last run. */
  const writtenInto = (title: string): number =>
    google().calls.reduce((sum, { kind, body }) => (kind === "write" ? sum + cellsFor(body, title) : sum), 0);

  return { clock, google, logged, bind, hold, run, refresher, book, sheet, shown, place, cell, type, writtenInto };
}

function cellsFor(body: unknown, title: string): number {
  const { data } = body as { data: { range: string; values: unknown[][] }[] };
  const mine = data.filter(({ range }) => range.startsWith(`'${title}'!`));
  return mine.reduce((sum, { values }) => sum + values.flat().filter((value) => value !== null).length, 0);
}
