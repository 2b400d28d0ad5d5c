import { beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "../../../core/access/index.js";
import { testDatabase } from "../../support/database.js";
import { OWNER } from "../server/start-api.js";
import { startSpreadsheet } from "./start-tab.js";

const db = testDatabase();
const { addon, connect } = startSpreadsheet(db);

const ROWS = [
  ["handle", "email", "phone", "address", "products_sampled", "gmv"],
  ["glowbymia", "mia@example.com", "'+1 512 555 0143", "123 Main St,\nApt 4, Austin, TX 78701", "", "10"],
  ["no handle!", "x@example.com", "", "", "", ""],
  ["leo", "", "", "", "", "5"],
];

/** Fills the tab in front. */
const show = (rows: string[][]) =>
  addon().inBook((book, lines) => {
    const sheet = book.addSheet({ title: `Export ${book.sheets.length}` });
    book.front = book.sheets.indexOf(sheet);
    for (const [row, cells] of lines.entries()) for (const [at, text] of cells.entries()) sheet.type(row, at, text);
    return sheet.id;
  }, rows);

beforeAll(async () => {
  await addPerson(db, { id: "ann", role: "editor" }, OWNER);
  await connect("ann");
});

describe("importing the tab in front", () => {
  it("says what it is and what would come of it, and writes nothing", async () => {
    const sheetId = await show(ROWS);
    expect(await addon().call("previewImport", { brand: "default" })).toMatchObject({
      sheetId,
      source: "euka",
      rows: 3,
      rejected: 1,
      creators: { new: 2 },
    });
    expect(await db.collection("creators").countDocuments()).toBe(0);
  });

  it("imports it, and puts the reason on each row that was rejected", async () => {
    const { sheetId } = await addon().call("previewImport", { brand: "default" });
    expect(await addon().call("importTab", { brand: "default", sheetId })).toMatchObject({
      rows: 3,
      rejected: 1,
      creators: { new: 2 },
    });
    const notes = await addon().inBook((book, id) => {
      const sheet = book.sheets.find((each) => each.id === id);
      return [0, 1, 2, 3].map((row) => sheet?.cell(row, 0).note);
    }, sheetId);
    expect(notes).toEqual(["", "", expect.stringMatching(/^Roster: /), ""]);
    const mia = await db.collection("creators").findOne({ handle: "glowbymia" });
    expect(mia?.email).toBe("mia@example.com");
  });

  it("knows it the second time", async () => {
    expect((await addon().call("previewImport", { brand: "default" })).known).toContain("by ann");
  });

  it("names what is nearest when it recognises nothing", async () => {
    await show([["handel", "email", "phone", "address", "products_sampled", "gmv"], ["mia"]]);
    const preview = await addon().call("previewImport", { brand: "default" });
    expect(preview.source).toBeUndefined();
    expect(preview.nearest).toContain("handle");
  });

  it("refuses an empty tab", async () => {
    await show([]);
    await expect(addon().call("previewImport", { brand: "default" })).rejects.toMatchObject({
      problem: { kind: "empty" },
    });
  });
});
