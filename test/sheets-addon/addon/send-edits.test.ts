import { beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "../../../core/access/index.js";
import type { Cell } from "../../../core/contract/index.js";
import { addCreator, editCreator } from "../../../core/edits/index.js";
import type { CellChange } from "../../../sheets-addon/addon/calls.js";
import { testDatabase } from "../../support/database.js";
import { OWNER } from "../server/start-api.js";
import { refreshFully, startSpreadsheet } from "./start-tab.js";

const db = testDatabase();
const { addon, connect, fill } = startSpreadsheet(db);
let sheetId = 0;

beforeAll(async () => {
  await addPerson(db, { id: "ann", role: "editor" }, OWNER);
  await connect("ann");
  for (const handle of ["ava", "kai", "leo", "mia"])
    await addCreator(db, handle, { email: `${handle}@example.com` }, OWNER);
  sheetId = await fill("Creators");
});

/** Columns: id, handle, e-mail, notes, status, followers. */
const [EMAIL, NOTES, STATUS, FOLLOWERS] = [2, 3, 4, 5] as const;

const type = (handle: string, at: number, value: Cell) =>
  addon().inBook(
    (book, [who, column, typed]: readonly [string, number, Cell]) => {
      const sheet = book.sheet("Creators");
      sheet.type(
        sheet.texts().findIndex((cells) => cells[1] === who),
        column,
        typed,
      );
    },
    [handle, at, value] as const,
  );
const cellOf = (handle: string, at: number) =>
  addon().inBook(
    (book, [who, column]: readonly [string, number]) => {
      const sheet = book.sheet("Creators");
      const row = sheet.texts().findIndex((cells) => cells[1] === who);
      return { value: sheet.cell(row, column).value, note: sheet.cell(row, column).note };
    },
    [handle, at] as const,
  );
const preview = async (): Promise<CellChange[]> => (await addon().call("previewEdits", { sheetId })).changes;
const stored = async (handle: string) => db.collection("creators").findOne({ handle });

describe("sending edits", () => {
  it("shows nothing where nobody changed anything, nor in columns that are not editable", async () => {
    await type("mia", FOLLOWERS, 99);
    expect(await preview()).toEqual([]);
    await refreshFully(addon(), sheetId);
    expect((await cellOf("mia", FOLLOWERS)).value).toBeNull();
  });

  it("says what would be sent, cell by cell, and sends nothing by that", async () => {
    await type("mia", EMAIL, "New@Example.com");
    expect(await preview()).toMatchObject([
      {
        column: "email",
        header: "E-mail",
        who: "mia",
        cell: expect.stringMatching(/^C\d$/),
        sheet: "New@Example.com",
        roster: "mia@example.com",
        outcome: "send",
      },
    ]);
    expect((await stored("mia"))?.email).toBe("mia@example.com");
  });

  it("sends, writes Roster's form of the value, and is done with it", async () => {
    expect(await addon().call("sendEdits", { sheetId, picks: [] })).toEqual({
      sent: 1,
      refreshed: 0,
      invalid: 0,
      conflicts: 0,
    });
    expect((await stored("mia"))?.email).toBe("new@example.com");
    expect((await cellOf("mia", EMAIL)).value).toBe("new@example.com");
    expect(await preview()).toEqual([]);
    expect((await refreshFully(addon(), sheetId)).so.cells).toBe(0);
  });

  it("puts the reason on a cell that cannot be used, beside people's note, until it is mended", async () => {
    await type("leo", EMAIL, "no address");
    await addon().inBook((book) => {
      const sheet = book.sheet("Creators");
      sheet.change(
        sheet.texts().findIndex((cells) => cells[1] === "leo"),
        2,
        { note: "asked him" },
      );
    });
    expect(await preview()).toMatchObject([{ outcome: "invalid", reason: expect.stringContaining("email") }]);
    expect(await addon().call("sendEdits", { sheetId, picks: [] })).toMatchObject({ sent: 0, invalid: 1 });
    const { value, note } = await cellOf("leo", EMAIL);
    expect(value).toBe("no address");
    expect(note).toMatch(/^asked him\nRoster: .*email/);
    await type("leo", EMAIL, "leo2@example.com");
    expect(await addon().call("sendEdits", { sheetId, picks: [] })).toMatchObject({ sent: 1, invalid: 0 });
    expect((await cellOf("leo", EMAIL)).note).toBe("asked him");
  });

  it("leaves a conflict to the person, who picks either", async () => {
    for (const handle of ["ava", "kai"]) {
      await type(handle, EMAIL, `mine.${handle}@example.com`);
      await editCreator(db, handle, { email: `theirs.${handle}@example.com` }, OWNER);
    }
    expect((await refreshFully(addon(), sheetId)).conflicts).toBe(2);
    const changes = await preview();
    expect(changes.map(({ outcome, roster }) => [outcome, roster]).sort()).toEqual([
      ["conflict", "theirs.ava@example.com"],
      ["conflict", "theirs.kai@example.com"],
    ]);
    expect(await addon().call("sendEdits", { sheetId, picks: [] })).toMatchObject({ sent: 0, conflicts: 2 });
    const picks = changes.map(({ id, column, who, roster }) => ({
      id,
      column,
      keep: who === "ava" ? ("sheet" as const) : ("roster" as const),
      saw: roster,
    }));
    expect(await addon().call("sendEdits", { sheetId, picks })).toEqual({
      sent: 1,
      refreshed: 1,
      invalid: 0,
      conflicts: 0,
    });
    expect((await stored("ava"))?.email).toBe("mine.ava@example.com");
    expect((await stored("kai"))?.email).toBe("theirs.kai@example.com");
    expect((await cellOf("kai", EMAIL)).value).toBe("theirs.kai@example.com");
    expect(await preview()).toEqual([]);
  });

  it("asks again when Roster's value is not the one that the person saw", async () => {
    await type("ava", EMAIL, "newer@example.com");
    await editCreator(db, "ava", { email: "other@example.com" }, OWNER);
    const [change] = await preview();
    await editCreator(db, "ava", { email: "unseen@example.com" }, OWNER);
    const pick = { id: change?.id ?? "", column: "email", keep: "sheet" as const, saw: change?.roster };
    expect(await addon().call("sendEdits", { sheetId, picks: [pick] })).toMatchObject({ sent: 0, conflicts: 1 });
    expect((await stored("ava"))?.email).toBe("unseen@example.com");
  });

  it("lands on the right rows when people sort while the edits are on their way", async () => {
    await type("mia", STATUS, "BLOCKED");
    await type("mia", NOTES, "call her");
    const act = '(book) => book.sheet("Creators").sort(1, { down: true })';
    await addon().run("sendEdits", { sheetId, picks: [] }, { meddle: { before: "UrlFetchApp.fetch", times: 1, act } });
    expect([(await cellOf("mia", STATUS)).value, (await cellOf("mia", NOTES)).value]).toEqual(["blocked", "call her"]);
    expect((await preview()).filter(({ who }) => who === "mia")).toEqual([]);
  });

  it("is asked for in the menu, and sends nothing without a yes", async () => {
    await type("leo", STATUS, "blocked");
    const no = await addon().run("sendMyEdits", undefined, { answer: "CANCEL" });
    expect([no.shown.alerts[0], no.shown.toasts.at(-1)]).toEqual([
      "Roster: Send 1 changed cells to Roster?",
      "Nothing was sent.",
    ]);
    expect((await addon().run("sendMyEdits")).shown.toasts.at(-1)).toMatch(/^1 cells sent/);
  });
});
