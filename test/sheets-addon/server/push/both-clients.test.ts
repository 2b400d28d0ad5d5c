import { beforeEach, describe, expect, it } from "vitest";
import { addCreator, editCreator, setStatus } from "../../../../core/edits/index.js";
import { holdDueTab, recordRun, releaseTab } from "../../../../core/sheets/index.js";
import { memoryName } from "../../../../sheets-addon/addon/memory.js";
import { testDatabase } from "../../../support/database.js";
import { Workbook } from "../../../support/workbook.js";
import { refreshFully, startSpreadsheet, TAB } from "../../addon/start-tab.js";
import { OWNER } from "../start-api.js";
import { BOOK, startPush } from "./start-push.js";

const db = testDatabase();
const push = startPush(db);
const { api, addon, connect } = startSpreadsheet(db);

/** Runs in another thread too, so it uses nothing but its arguments. */
const dump = (book: Workbook): string =>
  JSON.stringify(
    book.sheets.map((sheet) => ({ ...sheet, workbook: undefined })),
    (_key, value) => (value === undefined ? null : value),
  );

function load(book: Workbook, text: string): void {
  const sheets: (Record<string, unknown> & { id: number; title: string; rows: (object | null)[][] })[] =
    JSON.parse(text);
  const [first] = book.sheets;
  book.sheets.splice(1);
  if (first) first.title = "leaves";
  for (const { id, title, workbook: _, rows, protection, ...rest } of sheets) {
    const made = book.addSheet({ id: id + 1_000, title, rows: 1, columns: 1 });
    const cells = rows.map((line) =>
      line.map((cell) =>
        cell
          ? Object.fromEntries(Object.entries(cell).filter(([key, value]) => key !== "formula" || value !== null))
          : undefined,
      ),
    );
    Object.assign(made, { id, rows: cells, ...rest, ...(protection ? { protection } : {}) });
  }
  book.sheets.shift();
  book.front = 0;
}

const toPush = async () => {
  push.google().books.set(BOOK, new Workbook(BOOK));
  load(push.book(), await addon().inBook(dump));
};
const toAddon = () => addon().inBook(load, dump(push.book()));

beforeEach(async () => {
  for (const name of ["creators", "brandCreators", "edits"]) await db.collection(name).deleteMany({});
  for (const handle of ["ann", "bob", "cyd"]) await addCreator(db, handle, { email: `${handle}@example.com` }, OWNER);
  const facts = { lastPostedAt: new Date("2026-02-14T10:00:00Z"), gmvCents: 123_456, tags: ["vip", "=odd"] };
  for (const name of ["creators", "brandCreators"]) {
    await db.collection(name).updateMany({ handle: "ann" }, { $set: facts });
  }
});

/** The scheduled refresh of the tab that is bound. */
async function runSchedule() {
  const { clock } = push;
  clock.now = new Date(clock.now.getTime() + 86_400_000);
  const tab = await holdDueTab(db, clock.now);
  if (!tab) throw new Error("no tab is due");
  push.google().calls.length = 0;
  const { run } = await push.refresher()(tab);
  await recordRun(db, run, { spreadsheetId: BOOK, by: tab.by });
  await releaseTab(db, tab, { now: clock.now });
  return run;
}

const SETTINGS = {
  ...TAB,
  columns: [...TAB.columns, "lastPostedAt", "gmvCents", "whitelisted", "tags"],
  query: "-status:blocked",
  schedule: { every: "hour" } as const,
};

describe("the add-on and the schedule", () => {
  it("continue each other", { timeout: 60_000 }, async () => {
    await connect("ann");
    const { active } = await addon().call("bind", { ...SETTINGS, title: "Mine" });
    const { sheetId } = active;
    await refreshFully(addon(), sheetId);

    await toPush();
    const first = await runSchedule();
    expect(first).toMatchObject({ outcome: "done", cells: 0, rows: { total: 3, changed: 0, added: 0 } });
    expect([push.writtenInto("Mine"), push.writtenInto(memoryName(sheetId))]).toEqual([0, 0]);

    const sheet = push.sheet("Mine");
    sheet.type(1, 10, "beside");
    const row = sheet.texts().findIndex((line) => line[1] === "cyd");
    sheet.type(row, 2, "typed@example.com");
    await editCreator(db, "ann", { email: "new@example.com" }, OWNER);
    await addCreator(db, "eve", { email: "eve@example.com" }, OWNER);
    await setStatus(db, "bob", "blocked", OWNER);
    expect(await runSchedule()).toMatchObject({ outcome: "done", rows: { total: 3, added: 1, removed: 1 } });

    await toAddon();
    const before = await addon().inBook((book) => book.sheet("Mine").texts());
    const step = await refreshFully(addon(), sheetId);
    expect(step).toMatchObject({ so: { cells: 0, rows: { changed: 0, added: 0, removed: 0 } }, conflicts: 0 });
    expect(await addon().inBook((book) => book.sheet("Mine").texts())).toEqual(before);
    const { changes } = await addon().call("previewEdits", { sheetId });
    expect(changes.map(({ who, sheet: value }) => [who, value])).toEqual([["cyd", "typed@example.com"]]);
  });

  it("fill for each other what was never filled", { timeout: 60_000 }, async () => {
    await connect("ann");
    const { active } = await addon().call("bind", { ...SETTINGS, title: "Filled at night" });
    await toPush();
    expect(await runSchedule()).toMatchObject({ outcome: "done", rows: { total: 3, added: 3 } });
    await toAddon();
    const step = await refreshFully(addon(), active.sheetId);
    expect(step).toMatchObject({ so: { cells: 0, rows: { changed: 0, added: 0, removed: 0 } } });
    const { tabs } = (await api.call("/sheets/tabs", { token: await api.tokenOf("mel", "viewer") })).body;
    expect(tabs.find(({ sheetId }: { sheetId: number }) => sheetId === active.sheetId).lastRun.outcome).toBe("done");
  });
});
