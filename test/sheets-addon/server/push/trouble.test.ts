import { beforeEach, describe, expect, it } from "vitest";
import { changePerson, removePerson } from "../../../../core/access/index.js";
import { addCreator, editCreator, setStatus } from "../../../../core/edits/index.js";
import { holdDueTab, releaseTab, removeTab, saveTab } from "../../../../core/sheets/index.js";
import { memoryName, readMemory } from "../../../../sheets-addon/addon/memory.js";
import { testDatabase } from "../../../support/database.js";
import type { Workbook } from "../../../support/workbook.js";
import { OWNER } from "../start-api.js";
import { BOOK, SETTINGS, startPush, TAB } from "./start-push.js";

const db = testDatabase();
const push = startPush(db);
const { bind, book, cell, clock, google, hold, logged, refresher, run, sheet, shown, type } = push;

beforeEach(async () => {
  for (const name of ["creators", "brandCreators", "edits"]) await db.collection(name).deleteMany({});
  for (const handle of ["ann", "bob", "cyd"]) await addCreator(db, handle, { email: `${handle}@example.com` }, OWNER);
});

const set = (handle: string, value: string) => editCreator(db, handle, { email: value }, OWNER);
const reasonOf = async () => (await run()).run.reason ?? "";

/** How often each kind of call is refused before it is taken. */
const TIMES = { get: 3, read: 3, write: 3, change: 1 } as const;

describe("Google that refuses", () => {
  it.each([
    ["429", 429],
    ["503", 503],
    ["500", 500],
  ] as const)("is asked again after a %s, until it answers", async (_name, status) => {
    await bind();
    const refused = new Map<string, number>();
    google().trouble = ({ kind }) => {
      refused.set(kind, (refused.get(kind) ?? 0) + 1);
      return (refused.get(kind) ?? 0) <= TIMES[kind] ? status : undefined;
    };
    const { run: done } = await run();
    expect(done.outcome).toBe("done");
    expect([...shown().keys()].sort()).toEqual(["ann", "bob", "cyd"]);
    expect(
      book()
        .sheet(memoryName(TAB))
        .texts()
        .filter(([id]) => id !== ""),
    ).toHaveLength(3);
  });

  it("is given up on after a while, and the run says so; the next goes on", async () => {
    await bind();
    await run();
    await set("ann", "new@example.com");
    google().trouble = ({ kind }) => (kind === "write" ? 429 : undefined);
    const failed = await run();
    expect(failed).toMatchObject({ passing: true, run: { outcome: "failed" } });
    expect(failed.run.reason).toContain("takes no more requests");
    google().trouble = () => undefined;
    expect((await run()).run.outcome).toBe("done");
    expect(cell("ann", "E-mail").value).toBe("new@example.com");
  });

  it("says whom to share the spreadsheet with", async () => {
    await bind();
    google().shared.set(BOOK, "nobody");
    expect(await reasonOf()).toContain(`Share it, as an editor, with ${google().account.email}`);
    google().shared.set(BOOK, "viewer");
    expect(await reasonOf()).toContain(`Share it, as an editor, with ${google().account.email}`);
    expect(logged.join("")).not.toContain("PRIVATE KEY");
  });

  it("says that the spreadsheet, or the tab, was deleted", async () => {
    await bind();
    const kept = book();
    google().books.delete(BOOK);
    expect(await reasonOf()).toContain("spreadsheet was deleted");
    google().books.set(BOOK, kept);
    kept.addSheet({ id: 99, title: "Other" });
    kept.deleteSheet(TAB);
    expect(await reasonOf()).toContain("tab was deleted");
  });

  it("says that the key is no good", async () => {
    await bind();
    google().signInTrouble = { status: 400, body: { error: "invalid_grant", error_description: "Invalid signature." } };
    expect(await reasonOf()).toContain("does not accept the key of roster@project-1");
    google().signInTrouble = { status: 503, body: { error: "away" } };
    expect(await run()).toMatchObject({ passing: true });
  });

  it("is far away: the run fails in words, and nothing is lost", { timeout: 20_000 }, async () => {
    await bind();
    google().trouble = () => "unheard";
    const { run: failed, passing } = await run();
    expect(passing).toBe(true);
    expect(failed.reason).toContain("Google Sheets did not answer");
    google().trouble = () => undefined;
    expect((await run()).run).toMatchObject({ outcome: "done", rows: { added: 3 } });
  });

  it("does not meet with a token or a key in any log", async () => {
    await bind();
    google().trouble = (_call, count) => (count > 4 ? 503 : undefined);
    await run();
    google().trouble = () => 400;
    await run();
    expect(logged.join("")).not.toMatch(/PRIVATE KEY|ya29|Bearer/);
  });
});

describe("who saved the tab", () => {
  it("gives the rights: a viewer's tab has masked contacts", async () => {
    await bind({}, "vic");
    await run();
    expect(cell("ann", "E-mail").value).not.toBe("ann@example.com");
  });

  it("has to be among the people still", async () => {
    await bind({}, "vic");
    await removePerson(db, "vic", OWNER);
    expect(await reasonOf()).toMatch(/rights of vic, who saved it last/);
    expect(sheet().texts()).toEqual([]);
    await db.collection<{ _id: string }>("people").deleteOne({ _id: "vic" });
    expect(await reasonOf()).toMatch(/rights of vic/);
    await db.collection<{ _id: string; rights: object[] }>("people").insertOne({
      _id: "vic",
      name: "vic",
      rights: [{ brandId: "other", role: "viewer" }],
    } as never);
    expect(await reasonOf()).toMatch(/rights of vic/);
  });

  it("may have asked what they may not ask any more", async () => {
    await bind({ query: "email:ann" });
    await changePerson(db, "ann", { role: "viewer" }, OWNER);
    expect(await reasonOf()).toMatch(/rights of ann/);
    await changePerson(db, "ann", { role: "editor" }, OWNER);
  });

  it("may have asked what there is no more", async () => {
    await bind();
    await db.collection("sheetTabs").updateOne({}, { $set: { query: 'segment:"gone"' } });
    expect(await reasonOf()).toContain("Change it in Roster's sidebar");
    await db.collection("sheetTabs").updateOne({}, { $set: { query: "", columns: ["handel"] } });
    expect(await reasonOf()).toContain("Did you mean handle");
  });
});

describe("ids that are damaged", () => {
  it("stop the run before anything is written, and the run says so", async () => {
    await bind();
    await run();
    sheet().sort(1, { columns: [1, 3], down: true });
    const before = sheet().texts();
    await set("ann", "new@example.com");
    expect(await reasonOf()).toContain("no longer fits the rows");
    expect(sheet().texts()).toEqual(before);
  });

  it("are those of a column that was deleted too", async () => {
    await bind();
    await run();
    sheet().deleteColumns(0, 1);
    expect(await reasonOf()).toContain("no longer fits the rows");
  });
});

/** What a tab and its memory hold, in an order of its own. */
function contentOf(workbook: Workbook): unknown {
  const tab = workbook.sheet("Sheet1");
  const rows = tab.texts().map((line, row) => [...line, tab.cell(row, 1).background].join(" | "));
  const memory = workbook.sheet(memoryName(TAB)).texts();
  const { synced } = readMemory(memory.map((line) => line.slice()));
  return { rows: rows.sort(), synced: [...synced].sort(([one], [other]) => (one < other ? -1 : 1)) };
}

describe("a run that is killed", () => {
  const change = async () => {
    await set("ann", "new@example.com");
    await addCreator(db, "eve", { email: "eve@example.com" }, OWNER);
    await setStatus(db, "bob", "blocked", OWNER);
    await setStatus(db, "dan", "blocked", OWNER);
  };

  /** Ends the run after each request that changed something, and compares what the next makes of it. */
  async function killEach(before: Workbook): Promise<void> {
    google().books.set(BOOK, before.copy(BOOK));
    await run();
    const clean = contentOf(book());
    const changes = google().calls.flatMap(({ kind }, at) => (kind === "change" || kind === "write" ? [at + 1] : []));
    expect(changes.length).toBeGreaterThan(3);
    for (const last of changes) {
      google().books.set(BOOK, before.copy(BOOK));
      google().trouble = (_call, count) => (count < last ? undefined : count === last ? "unanswered" : "unheard");
      await run();
      google().trouble = () => undefined;
      expect((await run()).run.outcome).toBe("done");
      expect(contentOf(book()), `killed after request ${last}`).toEqual(clean);
    }
  }

  it("after any request, is made good by the next", { timeout: 60_000 }, async () => {
    await addCreator(db, "dan", {}, OWNER);
    await bind({ query: "-status:blocked" });
    await run();
    sheet().type(0, 7, "Mine");
    type("bob", "Mine", "call her");
    type("cyd", "E-mail", "mine@example.com");
    await change();
    await killEach(book());
  });

  it("when the tab was never filled too", { timeout: 60_000 }, async () => {
    await bind();
    await killEach(book());
  });
});

describe("answers that get lost", () => {
  it("are made good in the same run", { timeout: 60_000 }, async () => {
    await bind({ query: "-status:blocked" });
    await run();
    await set("ann", "new@example.com");
    await addCreator(db, "eve", {}, OWNER);
    await setStatus(db, "bob", "blocked", OWNER);
    const before = book().copy(BOOK);
    await run();
    const clean = contentOf(book());
    for (const at of google().calls.flatMap(({ kind }, index) => (kind === "get" ? [] : [index + 1]))) {
      google().books.set(BOOK, before.copy(BOOK));
      google().trouble = (_call, count) => (count === at ? "unanswered" : undefined);
      expect((await run()).run.outcome, `lost at ${at}`).toBe("done");
      expect(contentOf(book()), `lost at ${at}`).toEqual(clean);
    }
  });
});

describe("people who are at the tab meanwhile", () => {
  it("may sort it: rows get their own cells all the same", async () => {
    await bind();
    await run();
    await set("ann", "new@example.com");
    let sorted = false;
    google().trouble = ({ kind }, count) => {
      // After the tab was read, and before it is looked at again.
      if (kind === "get" && count > 1 && !sorted) {
        sorted = true;
        sheet().sort(1, { down: sheet().cell(1, 1).value === "ann" });
      }
      return undefined;
    };
    expect((await run()).run.outcome).toBe("done");
    expect(sorted).toBe(true);
    for (const handle of ["bob", "cyd"]) expect(cell(handle, "E-mail").value).toBe(`${handle}@example.com`);
    expect(cell("ann", "E-mail").value).toBe("new@example.com");
  });

  it("may write below it: new rows go below that", async () => {
    await bind();
    await run();
    await addCreator(db, "eve", {}, OWNER);
    let typed = false;
    google().trouble = ({ kind }, count) => {
      if (kind === "get" && count > 1 && !typed) {
        typed = true;
        sheet().type(4, 1, "my own row");
      }
      return undefined;
    };
    expect((await run()).run.outcome).toBe("done");
    expect([...shown().keys()].slice(3)).toEqual(["my own row", "eve"]);
  });
});

describe("two runs of one tab", () => {
  it("do not come together: one holds it", async () => {
    await bind();
    const tab = await hold();
    expect(await holdDueTab(db, clock.now)).toBeUndefined();
    await releaseTab(db, tab, { now: clock.now });
  });

  it("end the earlier one that was taken for dead, before it writes", async () => {
    await bind();
    const first = await hold();
    const second = await hold();
    expect(second.holder).not.toBe(first.holder);
    await expect(refresher()(first)).rejects.toMatchObject({ code: "conflict" });
    expect(google().calls.filter(({ kind }) => kind === "change" || kind === "write")).toEqual([]);
    expect((await refresher()(second)).run.outcome).toBe("done");
    expect([...shown().keys()].sort()).toEqual(["ann", "bob", "cyd"]);
  });

  it("end the one whose tab is set up anew, or unbound, meanwhile", async () => {
    await bind();
    const held = await hold();
    clock.now = new Date(clock.now.getTime() + 1_000);
    await saveTab(db, { ...SETTINGS, spreadsheetId: BOOK, sheetId: TAB }, { ...OWNER, now: clock.now });
    await expect(refresher()(held)).rejects.toMatchObject({ code: "conflict" });
    await removeTab(db, { spreadsheetId: BOOK, sheetId: TAB }, { ...OWNER, now: clock.now });
    await expect(refresher()(held)).rejects.toMatchObject({ code: "conflict" });
    expect(sheet().texts()).toEqual([]);
  });
});
