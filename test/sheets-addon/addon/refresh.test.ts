import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addPerson } from "../../../core/access/index.js";
import { addCreator, editCreator } from "../../../core/edits/index.js";
import { testDatabase } from "../../support/database.js";
import { OWNER } from "../server/start-api.js";
import { refreshFully, startSpreadsheet, TAB } from "./start-tab.js";

const db = testDatabase();
const { addon, connect, fill } = startSpreadsheet(db);
const HANDLES = ["ava", "kai", "leo", "mia", "noa", "zoe"];

beforeAll(async () => {
  await addPerson(db, { id: "ann", role: "editor" }, OWNER);
  await connect("ann");
});
beforeEach(async () => {
  for (const name of ["creators", "brandCreators", "edits", "sightings"]) await db.collection(name).deleteMany({});
  for (const handle of HANDLES) await addCreator(db, handle, { email: `${handle}@example.com` }, OWNER);
});

let last = 0;
const filled = async (settings: Partial<typeof TAB> = {}) => {
  last += 1;
  const title = `Tab ${last}`;
  return { title, sheetId: await fill(title, settings) };
};
const textsOf = (title: string) => addon().inBook((book, name) => book.sheet(name).texts(), title);
/** Cells of the tab and of its memory: the log of runs is another thing. */
const written = (sheetId: number) =>
  addon().inBook(
    (book, id) =>
      book.sheets
        .filter((each) => each.id === id || each.title === `Roster memory ${id}`)
        .reduce((sum, each) => sum + each.written, 0),
    sheetId,
  );

describe("a refresh", () => {
  it("writes no cell when nothing changed", async () => {
    const { sheetId } = await filled();
    const before = await written(sheetId);
    const { answer } = await addon().run("refresh", { sheetId });
    expect(answer).toMatchObject({
      done: true,
      total: 6,
      so: { cells: 0, rows: { changed: 0, added: 0, removed: 0 } },
    });
    expect(await written(sheetId)).toBe(before);
  });

  it("writes the cells that changed, and adds rows below", async () => {
    const { title, sheetId } = await filled();
    await editCreator(db, "mia", { email: "new@example.com" }, OWNER);
    await addCreator(db, "yui", {}, OWNER);
    const step = await refreshFully(addon(), sheetId);
    expect(step.so).toMatchObject({ rows: { changed: 1, added: 1, removed: 0 } });
    const texts = await textsOf(title);
    expect(texts.find((cells) => cells[1] === "mia")?.[2]).toBe("new@example.com");
    expect(texts.at(-1)?.[1]).toBe("yui");
  });

  it("keeps people's columns, formulas, sorting, moved columns, headings, formats, colours and widths", async () => {
    const { title, sheetId } = await filled();
    await addon().inBook((book, name) => {
      const sheet = book.sheet(name);
      sheet.type(0, 6, "My score");
      for (let row = 1; row <= 6; row += 1) {
        sheet.type(row, 6, `=LEN(B${row + 1})`);
        sheet.type(row, 7, `mine ${sheet.cell(row, 1).value}`);
      }
      sheet.type(0, 2, "Mail");
      sheet.change(3, 5, { format: "0.0", background: "#ff0000" });
      const column = sheet.columns[1];
      if (column) column.width = 321;
      sheet.sort(1, { down: true });
      sheet.moveColumn(2, 7);
      sheet.insertRows(3, 1);
      sheet.type(3, 8, "a row of my own");
    }, title);
    await editCreator(db, "mia", { email: "new@example.com" }, OWNER);
    await editCreator(db, "ava", { status: "blocked" }, OWNER);
    await addon().call("bind", { ...TAB, query: "-status:blocked", sheetId });
    await refreshFully(addon(), sheetId);
    const texts = await textsOf(title);
    expect(texts[0]).toEqual(["Roster id", "Handle", "Notes ✎", "Status ✎", "Followers", "My score", "Mail", "", ""]);
    expect(texts.slice(1).map((cells) => [cells[1], cells[6], cells[7], cells[8]])).toEqual([
      ["zoe", "zoe@example.com", "mine zoe", ""],
      ["noa", "noa@example.com", "mine noa", ""],
      ["", "", "", "a row of my own"],
      ["mia", "new@example.com", "mine mia", ""],
      ["leo", "leo@example.com", "mine leo", ""],
      ["kai", "kai@example.com", "mine kai", ""],
      ["ava", "ava@example.com", "mine ava", ""],
    ]);
    const looks = await addon().inBook((book, name) => {
      const sheet = book.sheet(name);
      const red = sheet.texts().findIndex((_c, row) => sheet.cell(row, 4).background === "#ff0000");
      return { width: sheet.columns[1]?.width, format: sheet.cell(red, 4).format, grey: sheet.cell(7, 1).background };
    }, title);
    expect(looks).toEqual({ width: 321, format: "0.0", grey: "#e8eaed" });
  });

  it("removes rows that left and hold nothing of people's, and brings a grey one back", async () => {
    const { title, sheetId } = await filled({ query: "-status:blocked" });
    await addon().inBook((book, name) => {
      const sheet = book.sheet(name);
      const row = sheet.texts().findIndex((cells) => cells[1] === "kai");
      sheet.type(row, 6, "call him");
    }, title);
    for (const handle of ["kai", "leo"]) await editCreator(db, handle, { status: "blocked" }, OWNER);
    const step = await refreshFully(addon(), sheetId);
    expect(step.so.rows).toEqual({ changed: 0, added: 0, removed: 2 });
    expect(
      (await textsOf(title))
        .slice(1)
        .map((cells) => cells[1])
        .sort(),
    ).toEqual(["ava", "kai", "mia", "noa", "zoe"]);
    expect((await refreshFully(addon(), sheetId)).so.cells).toBe(0);
    await editCreator(db, "kai", { status: "active" }, OWNER);
    await refreshFully(addon(), sheetId);
    const colours = await addon().inBook((book, name) => {
      const sheet = book.sheet(name);
      return sheet.texts().map((_cells, row) => sheet.cell(row, 1).background);
    }, title);
    expect(new Set(colours)).toEqual(new Set(["#ffffff"]));
  });

  it("empties a tab whose query finds nothing any more, and fills it again", async () => {
    const { title, sheetId } = await filled();
    await addon().call("bind", { ...TAB, query: "nobody-at-all", sheetId });
    await refreshFully(addon(), sheetId);
    expect(await textsOf(title)).toHaveLength(1);
    await addon().call("bind", { ...TAB, sheetId });
    await refreshFully(addon(), sheetId);
    expect(await textsOf(title)).toHaveLength(7);
  });
});

describe("texts", () => {
  it.each(["kept", "taken"] as const)(
    "arrive as they are, where Google's text format has apostrophes %s",
    async (inText) => {
      await addon().inBook((book, how) => {
        book.inText = how;
      }, inText);
      const wild = [
        '=IMPORTXML("https://example.com")',
        "+1 832 555 0159",
        "-5",
        "7690510000000000123",
        "1/2",
        "'t Hooft",
        "=1+1",
      ];
      for (const [at, text] of wild.entries()) {
        const set = at < 6 ? { lastName: text } : { tags: [text] };
        await db.collection("brandCreators").updateOne({ handle: HANDLES[at % 6] }, { $set: set });
      }
      const { title, sheetId } = await filled({ columns: ["handle", "lastName", "tags"] });
      const before = await written(sheetId);
      expect((await refreshFully(addon(), sheetId)).so.cells).toBe(0);
      expect(await written(sheetId)).toBe(before);
      const formulas = await addon().inBook((book, name) => {
        const sheet = book.sheet(name);
        return sheet
          .texts()
          .flatMap((cells, row) => cells.map((_text, at) => sheet.cell(row, at).formula ?? ""))
          .join("");
      }, title);
      expect(formulas).toBe("");
      const { rows } = await addon()
        .call("previewEdits", { sheetId })
        .then(({ changes }) => ({ rows: changes }));
      expect(rows).toEqual([]);
      const texts = (await textsOf(title)).flat();
      for (const text of ["+1 832 555 0159", "7690510000000000123", "1/2"]) expect(texts).toContain(text);
    },
  );

  it("arrive as they are where people took the text format away", async () => {
    const { title, sheetId } = await filled({ columns: ["handle", "lastName", "followers"] });
    await addon().inBook((book, name) => {
      const sheet = book.sheet(name);
      for (let row = 1; row < sheet.rowCount; row += 1) sheet.change(row, 2, { format: "General" });
    }, title);
    await addCreator(db, "yui", {}, OWNER);
    for (const [handle, lastName] of Object.entries({ mia: "=1+1", yui: "+1 832", leo: "1/2" })) {
      await db.collection("brandCreators").updateOne({ handle }, { $set: { lastName } });
    }
    await refreshFully(addon(), sheetId);
    const seen = await addon().inBook((book, name) => {
      const sheet = book.sheet(name);
      return sheet
        .texts()
        .map((cells, row) => [cells[1], sheet.cell(row, 2).value, sheet.cell(row, 2).formula ?? "none"]);
    }, title);
    expect(seen).toEqual(
      expect.arrayContaining([
        ["yui", "+1 832", "none"],
        ["leo", "1/2", "none"],
        ["mia", expect.stringMatching(/^'?=1\+1$/), "none"],
      ]),
    );
  });
});

describe("damage", () => {
  it("is refused when people sorted some columns and not the ids, and nothing is written", async () => {
    const { title, sheetId } = await filled();
    await addon().inBook((book, name) => book.sheet(name).sort(1, { columns: [1, 6], down: true }), title);
    await editCreator(db, "mia", { email: "new@example.com" }, OWNER);
    const before = await written(sheetId);
    for (const name of ["refresh", "previewEdits"] as const) {
      await expect(addon().call(name, { sheetId })).rejects.toMatchObject({ problem: { kind: "ids-damaged" } });
    }
    expect(await written(sheetId)).toBe(before);
  });

  it("is refused when the ids or the memory are gone", async () => {
    const one = await filled();
    await addon().inBook((book, name) => book.sheet(name).deleteColumns(0, 1), one.title);
    await expect(addon().call("refresh", one)).rejects.toMatchObject({ problem: { kind: "ids-damaged" } });
    const other = await filled();
    await addon().inBook((book, id) => book.deleteSheet(book.sheet(`Roster memory ${id}`).id), other.sheetId);
    await expect(addon().call("refresh", other)).rejects.toMatchObject({ problem: { kind: "ids-damaged" } });
  });

  it("is done by nobody who sorts while a refresh is under way", async () => {
    const { title, sheetId } = await filled();
    const act = `(book) => book.sheet(${JSON.stringify(title)}).sort(1, { down: times % 2 === 0 })`;
    for (const times of [1, 2, 3, 4, 5]) {
      await editCreator(db, "mia", { email: `new${times}@example.com` }, OWNER);
      const meddle = { before: "DeveloperMetadataFinder.find", times, act: act.replace("times", String(times)) };
      expect((await addon().run("refresh", { sheetId }, { meddle })).error).toBeUndefined();
      for (const cells of (await textsOf(title)).slice(1)) {
        expect(cells[2]).toBe(cells[1] === "mia" ? `new${times}@example.com` : `${cells[1]}@example.com`);
      }
    }
  });

  it("is done to nothing that people write while a refresh is under way", async () => {
    const { title, sheetId } = await filled();
    await editCreator(db, "mia", { email: "new@example.com" }, OWNER);
    await addCreator(db, "yui", {}, OWNER);
    const meddle = (before: string, times: number, act: string) =>
      addon().run("refresh", { sheetId }, { meddle: { before, times, act: act.replace("TITLE", title) } });
    const typed = await meddle(
      "UrlFetchApp.fetch",
      1,
      `(book) => {
        const sheet = book.sheet("TITLE");
        sheet.type(sheet.texts().findIndex((cells) => cells[1] === "mia"), 2, "mine@example.com");
      }`,
    );
    expect(typed.answer).toMatchObject({ conflicts: 1 });
    expect((await textsOf(title)).find((cells) => cells[1] === "mia")?.[2]).toBe("mine@example.com");
    await addCreator(db, "zed", {}, OWNER);
    await meddle(
      "DeveloperMetadataFinder.find",
      3,
      `(book) => {
        const sheet = book.sheet("TITLE");
        sheet.type(sheet.lastRow, 6, "my own row");
      }`,
    );
    const texts = await textsOf(title);
    expect(texts.slice(-2).map((cells) => [cells[1], cells[6]])).toEqual([
      ["", "my own row"],
      ["zed", ""],
    ]);
  });
});

describe("a run that is killed", () => {
  it("at any point of the first filling is resumed, and no row comes twice", { timeout: 60_000 }, async () => {
    await addon().call("bind", { ...TAB, title: "Killed" });
    const { sheetId } = (await addon().call("open", null)).active;
    for (let killAt = 1, killed = true; killed; killAt += 1) {
      const { meter } = await addon().run("refresh", { sheetId }, { killAt });
      killed = meter.killed;
    }
    expect(
      (await textsOf("Killed"))
        .slice(1)
        .map((cells) => cells[1])
        .sort(),
    ).toEqual(HANDLES);
    expect((await refreshFully(addon(), sheetId)).so.cells).toBe(0);
  });

  it("at any point of a change is made good by the next", { timeout: 60_000 }, async () => {
    const { title, sheetId } = await filled({ query: "-status:blocked" });
    await addon().inBook((book, name) => {
      const sheet = book.sheet(name);
      for (let row = 1; row <= 6; row += 1) sheet.type(row, 6, `mine ${sheet.cell(row, 1).value}`);
    }, title);
    await addCreator(db, "yui", {}, OWNER);
    await editCreator(db, "mia", { email: "new@example.com" }, OWNER);
    await editCreator(db, "leo", { status: "blocked" }, OWNER);
    for (let killAt = 1, killed = true; killed; killAt += 1) {
      const { meter } = await addon().run("refresh", { sheetId }, { killAt });
      killed = meter.killed;
    }
    const texts = (await textsOf(title)).slice(1);
    expect(texts.map((cells) => cells[1]).sort()).toEqual([...HANDLES, "yui"].sort());
    for (const cells of texts) if (cells[1] !== "yui") expect(cells[6]).toBe(`mine ${cells[1]}`);
    expect(texts.find((cells) => cells[1] === "mia")?.[2]).toBe("new@example.com");
  });
});

describe("the log of runs", () => {
  it("is a tab, newest first, and at Roster", async () => {
    const { title, sheetId } = await filled();
    await addon().inBook((book, name) => book.sheet(name).deleteColumns(0, 1), title);
    await addon().run("refresh", { sheetId });
    const [headers, newest, before] = await textsOf("Roster log");
    expect(headers?.slice(0, 3)).toEqual(["When", "Tab", "Outcome"]);
    expect([newest?.[1], newest?.[2], before?.[1], before?.[2]]).toEqual([title, "failed", title, "done"]);
    expect(newest?.at(-1)).toContain("hidden column");
    expect(await db.collection("sheetRuns").countDocuments({ tab: title })).toBeGreaterThan(0);
  });

  it("keeps the last 200", async () => {
    const { sheetId } = await filled();
    await addon().inBook((book) => {
      const sheet = book.sheet("Roster log");
      sheet.insertRows(sheet.lastRow, 250);
      for (let row = sheet.lastRow; row < 250; row += 1) sheet.type(row, 1, "old");
    });
    await refreshFully(addon(), sheetId);
    expect(await textsOf("Roster log")).toHaveLength(201);
  });
});
