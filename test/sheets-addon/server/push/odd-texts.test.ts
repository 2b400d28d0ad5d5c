import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addCreator, addNote, editCreator } from "../../../../core/edits/index.js";
import { saveTab } from "../../../../core/sheets/index.js";
import { testDatabase } from "../../../support/database.js";
import type { GridCell, GridColumn, Workbook } from "../../../support/workbook.js";
import { startSpreadsheet, TAB } from "../../addon/start-tab.js";
import { OWNER } from "../start-api.js";
import { BOOK, SETTINGS, startPush } from "./start-push.js";

const db = testDatabase();
const { clock, run, book } = startPush(db);
const { addon, connect } = startSpreadsheet(db);

/** What a spreadsheet likes to read as something else, and what looks like the escape of such a text. */
const NOTES = ["=IMPORTXML(A1)", "+1+1", "'quoted", "'=x", "''=y", "1730000000000000001", "2026-03-01", "TRUE"];
const COLUMNS = ["handle", "phone", "notes", "updatedAt", "phoneVerified"];

beforeAll(() => connect("ann"));
beforeEach(async () => {
  for (const name of ["creators", "brandCreators", "edits", "sightings"]) await db.collection(name).deleteMany({});
  for (const [at, note] of NOTES.entries()) {
    await addCreator(db, `creator.${at}`, { phone: `+1415555012${at}` }, OWNER);
    await addNote(db, `creator.${at}`, note, OWNER);
  }
});

interface Dump {
  id: number;
  title: string;
  state: { hidden: boolean; frozenRows: number; columns: GridColumn[] };
  cells: GridCell[][];
}

/** Run in either thread: both know what they are given, and nothing else. */
const takeOut = (there: Workbook): Dump[] =>
  there.sheets.map((sheet) => {
    const { id, title, hidden, frozenRows, columns, rowCount } = sheet;
    const rows = Array.from({ length: rowCount }, (_, row) => row);
    const cells = rows.map((row) => columns.map((_, at) => ({ ...sheet.cell(row, at) })));
    return { id, title, state: { hidden, frozenRows, columns }, cells };
  });

function putIn(there: Workbook, dumps: Dump[]): void {
  there.sheets.splice(0, there.sheets.length);
  for (const { id, title, state, cells } of dumps) {
    const sheet = there.addSheet({ id, title, rows: cells.length, columns: state.columns.length });
    Object.assign(sheet, state);
    for (const [row, line] of cells.entries()) for (const [at, cell] of line.entries()) sheet.change(row, at, cell);
  }
}

describe("odd texts", () => {
  it.each(["kept", "taken"] as const)(
    "are one for both clients, an apostrophe in the text format being %s",
    async (how) => {
      await addon().inBook((there, inText) => void Object.assign(there, { inText }), how);
      const title = `Apostrophes are ${how}`;
      const { active } = await addon().call("bind", { ...TAB, columns: COLUMNS, title });
      const { sheetId } = active;
      const byPerson = () => addon().call("refresh", { sheetId });
      expect(await byPerson()).toMatchObject({ so: { rows: { added: NOTES.length } } });

      putIn(book(), await addon().inBook(takeOut));
      const settings = { ...SETTINGS, columns: COLUMNS, title, spreadsheetId: BOOK, sheetId };
      await saveTab(db, settings, { actor: { ...OWNER.actor, id: "ann" }, now: clock.now });
      expect((await run()).run).toMatchObject({ outcome: "done", cells: 0, rows: { total: NOTES.length } });

      await editCreator(db, "creator.2", { status: "blocked" }, OWNER);
      await addCreator(db, "creator.new", {}, OWNER);
      for (const note of NOTES) await addNote(db, "creator.new", note, OWNER);
      await addCreator(db, "creator.odd", {}, OWNER);
      await addNote(db, "creator.odd", "'=new", OWNER);
      expect((await run()).run).toMatchObject({ outcome: "done", rows: { added: 2 } });
      expect((await run()).run.cells).toBe(0);

      await addon().inBook(putIn, takeOut(book()));
      expect(await byPerson()).toMatchObject({ so: { cells: 0, rows: { changed: 0, added: 0, removed: 0 } } });
      const formulas = book()
        .sheet(title)
        .texts()
        .flatMap((line, row) => line.map((_, at) => book().sheet(title).cell(row, at).formula));
      expect(formulas.filter((formula) => formula !== undefined)).toEqual([]);
    },
  );
});
