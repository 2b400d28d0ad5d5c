import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { addPerson, listTokens, revokeToken } from "../../../core/access/index.js";
import { addCreator } from "../../../core/edits/index.js";
import { bundleScript } from "../../../sheets-addon/build/bundle-script.js";
import type { Network } from "../../support/addon.js";
import { testDatabase } from "../../support/database.js";
import type { Heard } from "../../support/google/url-fetch.js";
import { OWNER } from "../server/start-api.js";
import { refreshFully, startSpreadsheet, TAB } from "./start-tab.js";

const db = testDatabase();
const { addon, connect, fill } = startSpreadsheet(db);

beforeAll(async () => {
  await addPerson(db, { id: "ann", role: "editor" }, OWNER);
  for (const handle of ["mia", "leo", "kai"]) await addCreator(db, handle, { email: `${handle}@example.com` }, OWNER);
});

const kindOf = async (work: Promise<unknown>): Promise<string> => {
  const failed = await work.then(
    () => undefined,
    (error) => error,
  );
  return failed?.problem?.kind ?? "none";
};

describe("the menu", () => {
  it("is there before anybody gave their consent", async () => {
    for (const trigger of ["onOpen", "onInstall"]) {
      const { shown, error } = await addon().run(trigger, { authMode: "NONE" }, { unauthorised: true });
      expect(error).toBeUndefined();
      expect(shown.menu.map(({ label }) => label)).toEqual([
        "Open",
        "Refresh this tab",
        "Refresh all tabs",
        "Send my edits",
      ]);
    }
  });

  it("names functions that the bundle has", async () => {
    const { shown } = await addon().run("onOpen");
    const code = await bundleScript("https://roster.example.com/api/v1");
    for (const { calls } of shown.menu) expect(code).toContain(`\nfunction ${calls}(`);
    expect((await addon().run("openSidebar")).shown.sidebar).toBe("sidebar");
  });

  it("says in an alert what is wrong", async () => {
    const { shown } = await addon().run("refreshThisTab");
    expect(shown.alerts).toEqual([expect.stringContaining("shows no list")]);
  });
});

describe("connecting", () => {
  it("trades a code for who is there", async () => {
    expect(await addon().call("open", null)).toMatchObject({ spreadsheet: "Creators", tabs: [] });
    expect((await connect("ann")).me).toMatchObject({ person: { id: "ann" }, brands: [{ slug: "default" }] });
    expect((await addon().call("open", null)).me?.person.id).toBe("ann");
  });

  it("refuses a wrong code in Roster's words, and asks once", async () => {
    const { error, requests } = await addon().run("connect", { code: "AAAA-AAAA" }, { user: "bob" });
    expect(JSON.parse(error ?? "{}")).toMatchObject({ detail: expect.stringMatching(/code/i) });
    expect(requests).toBe(1);
  });

  it("is each person's own, and a copied spreadsheet's anew", async () => {
    expect((await addon().call("open", null, { user: "bob" })).me).toBeUndefined();
    await addon().copyBook("copy-1");
    expect((await addon().call("open", null, { book: "copy-1" })).me).toBeUndefined();
    expect(
      await kindOf(addon().call("count", { list: "creators", brand: "default", query: "" }, { book: "copy-1" })),
    ).toBe("not-paired");
  });

  it("ends when the token is revoked: the sidebar shows the way back", async () => {
    const [token] = await listTokens(db, OWNER);
    await revokeToken(db, token?._id ?? "", OWNER);
    expect(await kindOf(addon().call("fields", { list: "creators", brand: "default" }))).toBe("not-paired");
    expect((await addon().call("open", null)).me).toBeUndefined();
    await connect("ann");
    expect((await addon().call("disconnect", null)).me).toBeUndefined();
    expect((await connect("ann")).me).toBeDefined();
  });
});

describe("asking Roster", () => {
  const direct: { network?: Network } = {};
  beforeAll(() => {
    direct.network = addon().network;
  });
  afterEach(() => {
    if (direct.network) addon().network = direct.network;
  });

  it("hands on fields and counts", async () => {
    const { columns } = await addon().call("fields", { list: "creators", brand: "default" });
    expect(columns.map(({ column }) => column)).toContain("handle");
    expect(await addon().call("count", { list: "creators", brand: "default", query: "mia" })).toEqual({ total: 1 });
    const mistake = addon().call("count", { list: "creators", brand: "default", query: "gmw:>5" });
    await expect(mistake).rejects.toMatchObject({ problem: { kind: "wrong-input" } });
  });

  it("waits and asks again while Roster is busy or away, and says so when it stays away", async () => {
    const { network } = addon();
    const answers: Heard[] = [
      { status: 429, headers: { "Retry-After": "5" }, text: "{}" },
      { status: 502, headers: {}, text: "<html>" },
    ];
    addon().network = async (request) => answers.shift() ?? network(request);
    const again = await addon().run("open", null);
    expect([again.error, again.meter.sleeps]).toEqual([undefined, [5_000, 3_000]]);

    addon().network = async () => undefined;
    const away = await addon().run("fields", { list: "creators", brand: "default" });
    expect(JSON.parse(away.error ?? "{}")).toMatchObject({
      kind: "unreachable",
      detail: expect.stringContaining("127.0.0.1"),
    });
    expect(away.requests).toBe(4);
    addon().network = async () => ({ status: 200, headers: {}, text: "<html>Sign in</html>" });
    expect(await kindOf(addon().call("open", null))).toBe("unreachable");
  });

  it("does not wait for longer than a person would", async () => {
    const problem = {
      type: "urn:roster:problems:too-many-requests",
      title: "",
      status: 429,
      detail: "Try again in 55 seconds.",
    };
    addon().network = async () => ({ status: 429, headers: { "retry-after": "55" }, text: JSON.stringify(problem) });
    const { error, meter } = await addon().run("open", null);
    expect(JSON.parse(error ?? "{}")).toEqual({ kind: "too-many-requests", detail: problem.detail });
    expect(meter.sleeps).toEqual([]);
  });
});

describe("binding", () => {
  it("makes and lays out a tab in front, which a refresh fills", async () => {
    await fill("Creators");
    const seen = await addon().inBook((book) => {
      const sheet = book.sheet("Creators");
      return {
        texts: sheet.texts(),
        hidden: sheet.columns.map(({ hidden }) => hidden).slice(0, 3),
        frozen: sheet.frozenRows,
        note: sheet.cell(0, 2).note,
        guarded: sheet.columns[0]?.protection,
        memory: book.sheets.find(({ title }) => title.startsWith("Roster memory")),
        front: book.sheets[book.front]?.title,
      };
    });
    expect(seen.texts[0]).toEqual(["Roster id", "Handle", "E-mail ✎", "Notes ✎", "Status ✎", "Followers"]);
    expect(
      seen.texts
        .slice(1)
        .map((cells) => cells[1])
        .sort(),
    ).toEqual(["kai", "leo", "mia"]);
    expect(seen).toMatchObject({ hidden: [true, false, false], frozen: 1, front: "Creators" });
    expect(seen.note).toContain("You may change this column");
    expect(seen.guarded).toMatchObject({ warningOnly: true });
    expect(seen.memory).toMatchObject({ hidden: true, protection: { warningOnly: true } });
  });

  it("leaves no tab behind when the query is none", async () => {
    const titles = () => addon().inBook((book) => book.sheets.map(({ title }) => title));
    const before = await titles();
    expect(await kindOf(addon().call("bind", { ...TAB, columns: ["nonsense"], title: "Never" }))).not.toBe("none");
    expect(await titles()).toEqual(before);
  });

  it("puts columns beside what people have, without touching it", async () => {
    const sheetId = await addon().inBook((book) => {
      const sheet = book.addSheet({ title: "Mine" });
      sheet.type(0, 0, "My list");
      sheet.type(1, 0, "first");
      sheet.type(1, 1, "=A2");
      return sheet.id;
    });
    await addon().call("bind", { ...TAB, columns: ["handle"], sheetId });
    await refreshFully(addon(), sheetId);
    const texts = await addon().inBook((book) => book.sheet("Mine").texts());
    expect(texts.slice(0, 2)).toEqual([
      ["Roster id", "My list", "", "Handle"],
      ["", "first", "=A2", ""],
    ]);
    expect(
      texts
        .slice(2)
        .map((cells) => cells[3])
        .sort(),
    ).toEqual(["kai", "leo", "mia"]);
  });

  it("adds and takes away columns, and keeps one with changes that were not sent", async () => {
    const sheetId = await fill("Changing");
    await addon().inBook((book) => book.sheet("Changing").type(1, 3, "call her"));
    await addon().call("bind", { ...TAB, columns: ["handle", "email", "badge"], sheetId });
    await refreshFully(addon(), sheetId);
    const texts = await addon().inBook((book) => book.sheet("Changing").texts());
    expect(texts[0]).toEqual(["Roster id", "Handle", "E-mail ✎", "Badge ✎", "Notes ✎"]);
    expect(texts[1]?.at(-1)).toBe("call her");
  });

  it("tells of tabs that people deleted, and unbinds them with their memory", async () => {
    const sheetId = await fill("Short lived");
    await addon().inBook((book, id) => book.deleteSheet(id), sheetId);
    expect(await kindOf(addon().call("refresh", { sheetId }))).toBe("tab-gone");
    const { tabs } = await addon().call("open", null);
    expect(tabs.find((tab) => tab.sheetId === sheetId)).toMatchObject({ missing: true });
    const after = await addon().call("unbind", { sheetId });
    expect(after.tabs.some((tab) => tab.sheetId === sheetId)).toBe(false);
    const left = await addon().inBook((book) => book.sheets.map(({ title }) => title));
    expect(left).not.toContain(`Roster memory ${sheetId}`);
  });

  it("waits its turn behind another run", async () => {
    const sheetId = await fill("Locked");
    await addon().holdLock(true);
    expect(await kindOf(addon().call("refresh", { sheetId }))).toBe("busy");
    await addon().holdLock(false);
    expect(await kindOf(addon().call("refresh", { sheetId }))).toBe("none");
  });

  it("refreshes all tabs but those that are paused", async () => {
    await fill("Paused", { paused: true });
    const { shown } = await addon().run("refreshAllTabs");
    expect(shown.alerts).toEqual([]);
    expect(shown.toasts.at(-1)).toContain("Locked: 0 rows changed");
    expect(shown.toasts.at(-1)).not.toContain("Paused");
  });
});
