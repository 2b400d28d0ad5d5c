import { beforeEach, describe, expect, it } from "vitest";
import { MOST_RUNS } from "../../../../core/contract/index.js";
import { addCreator, addNote, editCreator, setStatus, tagCreator } from "../../../../core/edits/index.js";
import { GREY } from "../../../../sheets-addon/addon/marks.js";
import { memoryName } from "../../../../sheets-addon/addon/memory.js";
import { testDatabase } from "../../../support/database.js";
import { OWNER } from "../start-api.js";
import { startPush, TAB } from "./start-push.js";

const db = testDatabase();
const { bind, book, cell, google, place, run, sheet, shown, type, writtenInto } = startPush(db);
const MEMORY = memoryName(TAB);

beforeEach(async () => {
  for (const name of ["creators", "brandCreators", "edits"]) await db.collection(name).deleteMany({});
  for (const handle of ["ann", "bob", "cyd"]) await addCreator(db, handle, { email: `${handle}@example.com` }, OWNER);
});

const set = (handle: string, field: string, value: string) => editCreator(db, handle, { [field]: value }, OWNER);

describe("a scheduled refresh", () => {
  it("fills a tab that was never filled", async () => {
    await bind();
    const { run: done } = await run();
    expect(done).toMatchObject({ outcome: "done", rows: { total: 3, changed: 0, added: 3, removed: 0 } });
    const headings = ["Roster id", "Handle", "E-mail ✎", "Status ✎", "Notes ✎", "Followers", "Last video"];
    expect(sheet().texts()[0]).toEqual(headings);
    expect([...shown().keys()].sort()).toEqual(["ann", "bob", "cyd"]);
    expect(cell("bob", "E-mail").value).toBe("bob@example.com");
    expect(sheet().columns[0]).toMatchObject({ hidden: true, protection: { warningOnly: true } });
    expect(sheet().frozenRows).toBe(1);
    expect(book().sheet(MEMORY)).toMatchObject({ hidden: true, protection: { warningOnly: true } });
    expect(google().calls.length).toBeLessThan(15);
  });

  it("puts its columns beside what people have in the tab", async () => {
    await bind({ columns: ["handle", "email"], query: "sort:handle" });
    for (const [row, text] of ["Mine", "one", "two"].entries()) sheet().type(row, 1, text);
    await run();
    expect(sheet().texts().slice(0, 4)).toEqual([
      ["Roster id", "", "Mine", "Handle", "E-mail ✎"],
      ["", "", "one", "", ""],
      ["", "", "two", "", ""],
      [expect.any(String), "", "", "ann", "ann@example.com"],
    ]);
  });

  it("writes nothing into a tab that is up to date", async () => {
    await bind();
    await run();
    const { run: done } = await run();
    expect(done).toMatchObject({ outcome: "done", cells: 0, rows: { total: 3, changed: 0, added: 0, removed: 0 } });
    expect(google().calls.filter(({ kind }) => kind === "write")).toEqual([]);
    expect([writtenInto("Sheet1"), writtenInto(MEMORY)]).toEqual([0, 0]);
  });

  it("writes the cells that changed, and no others", async () => {
    await bind();
    await run();
    await set("bob", "email", "new@example.com");
    const { run: done } = await run();
    expect(done).toMatchObject({ cells: 1, rows: { total: 3, changed: 1, added: 0, removed: 0 } });
    expect(writtenInto("Sheet1")).toBe(1);
    expect(cell("bob", "E-mail").value).toBe("new@example.com");
  });

  it("leaves people's columns, formulas and order as they are, wherever they moved ours", async () => {
    await bind();
    await run();
    sheet().type(0, 7, "Mine");
    for (const handle of ["ann", "bob", "cyd"]) type(handle, "Mine", `about ${handle}`);
    type("cyd", "Mine", "=1+1");
    sheet().moveColumn(7, 2);
    sheet().sort(1, { down: true });
    await set("ann", "email", "new@example.com");
    await addCreator(db, "dan", {}, OWNER);
    const { run: done } = await run();
    expect(done.rows).toEqual({ total: 4, changed: 1, added: 1, removed: 0 });
    expect([...shown().keys()]).toEqual(["cyd", "bob", "ann", "dan"]);
    expect(cell("ann", "Mine").value).toBe("about ann");
    expect(cell("cyd", "Mine").formula).toBe("=1+1");
    expect(cell("dan", "Mine").value).toBeNull();
    expect(cell("ann", "E-mail").value).toBe("new@example.com");
  });

  it("removes rows that left the query, the last first, and greys those that people wrote on", async () => {
    await bind({ query: "-status:blocked" });
    for (const handle of ["dan", "eve"]) await addCreator(db, handle, {}, OWNER);
    await run();
    sheet().type(0, 7, "Mine");
    type("bob", "Mine", "call her");
    for (const handle of ["ann", "bob", "eve"]) await setStatus(db, handle, "blocked", OWNER);
    const { run: done } = await run();
    expect(done.rows).toMatchObject({ total: 2, removed: 3 });
    expect([...shown().keys()].sort()).toEqual(["bob", "cyd", "dan"]);
    expect([cell("bob", "E-mail").background, cell("bob", "Mine").background]).toEqual([GREY, "#ffffff"]);
    expect(cell("cyd", "E-mail").background).toBe("#ffffff");

    await setStatus(db, "bob", "active", OWNER);
    await run();
    expect(cell("bob", "E-mail").background).toBe("#ffffff");
  });

  it("removes them all the same where the tab is set up so", async () => {
    await bind({ query: "-status:blocked", whenGone: "remove" });
    await run();
    sheet().type(0, 7, "Mine");
    type("bob", "Mine", "call her");
    await setStatus(db, "bob", "blocked", OWNER);
    await run();
    expect([...shown().keys()].sort()).toEqual(["ann", "cyd"]);
  });

  it("empties a tab whose query finds nothing any more, and fills it again", async () => {
    await bind({ query: "tag:vip" });
    for (const handle of ["ann", "bob"]) await tagCreator(db, handle, { add: ["vip"] }, OWNER);
    await run();
    const rows = sheet().rowCount;
    sheet().deleteRows(3, rows - 3);
    for (const handle of ["ann", "bob"]) await tagCreator(db, handle, { remove: ["vip"] }, OWNER);
    expect((await run()).run).toMatchObject({ outcome: "done", rows: { total: 0, removed: 2 } });
    expect(sheet().texts()).toHaveLength(1);
    await tagCreator(db, "bob", { add: ["vip"] }, OWNER);
    await run();
    expect([...shown().keys()]).toEqual(["bob"]);
  });

  it("keeps what people changed and have not sent, until both sides agree", async () => {
    await bind();
    await run();
    type("ann", "E-mail", "mine@example.com");
    await set("ann", "email", "theirs@example.com");
    await set("bob", "email", "new@example.com");
    await run();
    expect(cell("ann", "E-mail").value).toBe("mine@example.com");
    expect(cell("bob", "E-mail").value).toBe("new@example.com");
    await run();
    expect(cell("ann", "E-mail").value).toBe("mine@example.com");
    await set("ann", "email", "mine@example.com");
    await run();
    await set("ann", "email", "later@example.com");
    await run();
    expect(cell("ann", "E-mail").value).toBe("later@example.com");
  });

  it("puts back what people change where nothing can be changed", async () => {
    await bind();
    await run();
    type("ann", "Followers", "5");
    await run();
    expect(cell("ann", "Followers").value).toBeNull();
  });

  it("never makes a formula, and keeps ids of 19 digits and names with a plus", async () => {
    await bind();
    const texts = ["=1+1", "+1 832 555 0100", "@mia", "-5", "'quoted", "'=odd", "7283950617283950617", "00012", "1e5"];
    for (const text of texts) await addNote(db, "ann", text, OWNER);
    await run();
    expect(cell("ann", "Notes")).toMatchObject({ value: texts.join("\n"), format: "@" });
    await addNote(db, "bob", "=HYPERLINK(1)", OWNER);
    await addNote(db, "cyd", "'=odd", OWNER);
    await addCreator(db, "7283950617283950617", {}, OWNER);
    await run();
    expect(cell("bob", "Notes")).toMatchObject({ value: "=HYPERLINK(1)" });
    expect(cell("bob", "Notes").formula).toBeUndefined();
    expect(cell("7283950617283950617", "Handle").value).toBe("7283950617283950617");
    await run();
    expect([writtenInto("Sheet1"), writtenInto(MEMORY)]).toEqual([0, 0]);
  });

  it("writes days as days, which stay the same", async () => {
    await bind();
    const posted = new Date("2026-02-14T10:00:00Z");
    for (const name of ["creators", "brandCreators"]) {
      await db.collection(name).updateMany({ handle: "ann" }, { $set: { lastPostedAt: posted } });
    }
    await run();
    expect(cell("ann", "Last video")).toMatchObject({ value: 46_067, format: "yyyy-mm-dd" });
    await run();
    expect(writtenInto("Sheet1")).toBe(0);
  });

  it("keeps each cell's text in the text format, of rows that the grid did not have too", async () => {
    await bind({ columns: ["handle", "followers"] });
    sheet().deleteRows(2, sheet().rowCount - 2);
    await run();
    expect(sheet().texts()).toHaveLength(4);
    expect([cell("cyd", "Handle").format, cell("cyd", "Roster id").format]).toEqual(["@", "@"]);
    expect(cell("cyd", "Followers").format).toBe("#,##0");
  });

  it("stays away from a column that people deleted", async () => {
    await bind();
    await run();
    sheet().deleteColumns(place("ann", "E-mail")[1], 1);
    await set("ann", "email", "new@example.com");
    expect((await run()).run.outcome).toBe("done");
    expect(sheet().texts()[0]).not.toContain("E-mail ✎");
  });

  it("follows a tab that was renamed, quotes and all", async () => {
    await bind();
    await run();
    sheet().title = "Mia's “best” 100%";
    await set("ann", "email", "new@example.com");
    const { run: done } = await run();
    expect(done).toMatchObject({ outcome: "done", tab: "Mia's “best” 100%" });
  });
});

describe("the tab Roster log", () => {
  it("says what runs did, the newest first", async () => {
    await bind();
    await run();
    const [headings, first] = book().sheet("Roster log").texts();
    expect(headings?.slice(0, 3)).toEqual(["When", "Tab", "Outcome"]);
    expect(first?.slice(1, 8)).toEqual(["Sheet1", "done", "3", "0", "3", "0", "21"]);
    await set("ann", "email", "new@example.com");
    await run();
    expect(book().sheet("Roster log").texts()[1]?.slice(3, 8)).toEqual(["3", "1", "0", "0", "1"]);
    expect(book().sheet("Roster log").cell(1, 0).format).toContain("hh:mm:ss");
  });

  it("keeps the last 200", { timeout: 60_000 }, async () => {
    await bind();
    await run();
    const log = book().sheet("Roster log");
    log.insertRows(2, MOST_RUNS + 20);
    for (let row = 2; row < MOST_RUNS + 20; row += 1) log.put(row, 1, `old ${row}`);
    await run();
    expect(log.texts()).toHaveLength(MOST_RUNS + 1);
    expect(log.texts()[1]?.[1]).toBe("Sheet1");
  });
});
