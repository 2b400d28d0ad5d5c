import { beforeAll, describe, expect, it } from "vitest";
import { addPerson, listTokens, revokeToken } from "../../core/access/index.js";
import { addCreator, editCreator } from "../../core/edits/index.js";
import type { Calls } from "../../sheets-addon/addon/calls.js";
import { startSpreadsheet } from "../sheets-addon/addon/start-tab.js";
import { OWNER } from "../sheets-addon/server/start-api.js";
import { fetchOverHttp } from "../support/addon.js";
import { testBrowser } from "../support/browser.js";
import { testDatabase } from "../support/database.js";
import { type Answers, SIDEBAR, sidebarPage } from "./sidebar-page.js";

const db = testDatabase();
const { api, addon } = startSpreadsheet(db);
const sidebar = sidebarPage();
const browser = testBrowser();

beforeAll(async () => {
  addon().network = fetchOverHttp;
  await addPerson(db, { id: "ann", name: "Ann Editor", role: "editor" }, OWNER);
  for (const handle of ["ava", "leo", "mia"])
    await addCreator(db, handle, { email: `${handle}@example.com`, status: "active" }, OWNER);
  await addCreator(db, "kai", { status: "active" }, OWNER);
});

/** The bundle as it is built, in place of Google. */
const answers = (): Answers =>
  new Proxy<Answers>(
    {},
    {
      get: (_, name: string) => async (asked: unknown) => {
        const { answer, error } = await addon().run(name as keyof Calls, asked);
        if (error !== undefined) throw new Error(error);
        return answer;
      },
    },
  );

const rows = () => addon().inBook((book) => book.sheet("With an e-mail").texts());
const stored = async (handle: string) => db.collection("creators").findOne({ handle });

/** Columns: id, then those chosen. */
const type = (handle: string, header: string, value: string) =>
  addon().inBook(
    (book, [who, column, typed]: readonly [string, string, string]) => {
      const sheet = book.sheet("With an e-mail");
      const texts = sheet.texts();
      const at = texts[0]?.findIndex((text) => text.startsWith(column)) ?? -1;
      sheet.type(
        texts.findIndex((cells) => cells.includes(who)),
        at,
        typed,
      );
    },
    [handle, header, value] as const,
  );

describe("from the pairing code to a changed creator", () => {
  it("connects, filters, syncs, sends edits, settles a conflict, and comes back after a lost token", async () => {
    sidebar.answers = answers();
    const page = await browser.open(sidebar.url, SIDEBAR);
    const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

    await page.getByLabel("Pairing code").fill(await api.codeFor("ann"));
    await page.keyboard.press("Enter");
    await page.getByText("Connected as Ann Editor").waitFor();
    await page.getByText("No lists yet").waitFor();

    await button("New list").click();
    await button("Add a condition").click();
    const builder = page.getByRole("group", { name: "New condition" });
    await builder.getByLabel("Field").selectOption("Has");
    await builder.getByLabel("Value").selectOption("email");
    await button("Add").click();
    await button("Close").click();
    await page.getByText("3 creators").waitFor();
    await page.getByLabel("As a query").press("End");
    await page.getByLabel("As a query").pressSequentially(" hand");
    await page.getByRole("option", { name: /^handle:/ }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("*a");
    await page.getByText("2 creators").waitFor();
    await page.getByRole("button", { name: "Remove Handle: *a" }).click();
    await page.getByText("3 creators").waitFor();
    await page.getByLabel("Sort by").selectOption("Handle");
    await page.getByLabel("Tab", { exact: true }).selectOption("A new tab");
    await page.getByLabel("Name of the new tab").fill("With an e-mail");
    await button("Sync").click();
    await page.getByText("3 rows: 3 added.").waitFor();
    const shown = await rows();
    expect(shown.map((cells) => cells[1])).toEqual(["Handle", "ava", "leo", "mia"]);

    await type("mia", "E-mail", "Mia@New.example");
    await type("leo", "Status", "somewhat");
    await type("ava", "Status", "inactive");
    await editCreator(db, "ava", { status: "blocked" }, OWNER);
    await button("Send my edits in With an e-mail").click();
    await page.getByRole("heading", { name: "1 conflict" }).waitFor();
    await page.getByRole("heading", { name: "1 cell cannot be sent" }).waitFor();
    await page.getByLabel("Here: inactive").check();
    await button("Send 2 cells").click();
    await page.getByText("2 cells sent to Roster.", { exact: true }).waitFor();
    expect((await stored("mia"))?.email).toBe("mia@new.example");
    expect(await db.collection("brandCreators").distinct("status", { handle: "ava" })).toEqual(["inactive"]);

    const [token] = await listTokens(db, OWNER);
    await revokeToken(db, token?._id ?? "", OWNER);
    await button("Refresh the tab").click();
    await page.getByRole("heading", { name: "Connect again" }).waitFor();
    await page.getByLabel("Pairing code").fill(await api.codeFor("ann"));
    await page.keyboard.press("Enter");
    await page.getByRole("article", { name: "With an e-mail" }).getByRole("button", { name: "Try again" }).click();
    await page.getByText("3 rows").waitFor();
    expect(browser.complaints).toEqual([]);
  }, 60_000);
});

describe("from an export in a tab to creators", () => {
  const show = (rows: string[][]) =>
    addon().inBook((book, lines) => {
      const sheet = book.addSheet({ title: `Export ${book.sheets.length}` });
      book.front = book.sheets.indexOf(sheet);
      for (const [row, cells] of lines.entries()) for (const [at, text] of cells.entries()) sheet.type(row, at, text);
    }, rows);
  const HEADINGS = ["handle", "email", "phone", "address", "products_sampled", "gmv"];

  it("says which heading is missing, then previews, imports, and knows it the second time", async () => {
    sidebar.answers = answers();
    await addon().call("connect", { code: await api.codeFor("ann") });
    await show([["handel", ...HEADINGS.slice(1)], ["zoe"]]);
    const page = await browser.open(sidebar.url, SIDEBAR);
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    await button("Import this tab").click();
    await button("Preview").click();
    await page.locator(".notice", { hasText: "Roster does not know these columns" }).getByText("handle").waitFor();

    await show([HEADINGS, ["zoe", "zoe@example.com", "", "", "", "10"], ["no handle!", "", "", "", "", ""]]);
    await button("Preview again").click();
    await page.getByText("Recognised as euka").waitFor();
    expect(await stored("zoe")).toBeNull();
    await button("Import").click();
    await page.getByText("Rejected rows have a note in the tab").waitFor();
    expect((await stored("zoe"))?.email).toBe("zoe@example.com");

    await button("Preview again").click();
    await page.getByText(/Taken in before: .* by ann/).waitFor();
    expect(browser.complaints).toEqual([]);
  }, 60_000);
});
