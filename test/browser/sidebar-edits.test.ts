import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pictureAt, testBrowser } from "../support/browser.js";
import { answersWith, CHANGES, OPENING, PREVIEW, step, TAB } from "./sidebar-answers.js";
import { problem, SIDEBAR, sidebarPage, wordsIn } from "./sidebar-page.js";

const sidebar = sidebarPage();
const browser = testBrowser();

async function open(press: string): Promise<Page> {
  sidebar.answers = { ...answersWith({ ...OPENING, tabs: [TAB] }), ...sidebar.answers };
  const page = await browser.open(sidebar.url, SIDEBAR);
  await page.getByRole("button", { name: press, exact: true }).click();
  return page;
}

const SEND = "Send my edits in Top creators";
const IMPORT = "Import this tab";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const called = (name: string) => sidebar.calls.filter((each) => each.name === name).map(({ asked }) => asked);

describe("sending edits", () => {
  it("shows each cell, lets conflicts be picked, sends, and says what happened", async () => {
    sidebar.answers.previewEdits = () => ({ changes: CHANGES });
    sidebar.answers.sendEdits = () => ({ sent: 3, refreshed: 1, invalid: 1, conflicts: 0 });
    sidebar.answers.refresh = () => step(0);
    const page = await open(SEND);
    await page.getByRole("heading", { name: "2 cells to send" }).waitFor();
    const shown = await wordsIn(page);
    expect(shown).toContain("@mia.makes E-mail B2 from mia@old.example → to mia@new.example");
    expect(shown).toContain("@zoe.cooks E-mail B3 from mia@old.example → to empty");
    expect(shown).toContain("This is not an e-mail address.");
    expect(shown).toContain("1 cell changed in Roster only: the next refresh writes it here.");
    const conflict = page.getByRole("group", { name: "Status of @ali" });
    await button(page, "Send 2 cells").waitFor();
    await conflict.getByLabel("Roster, by Vic Viewer: inactive").check();
    await page.screenshot({ path: pictureAt("sidebar-edits") });
    await button(page, "Send 3 cells").click();
    await page.getByText("3 cells sent to Roster.", { exact: true }).waitFor();
    await page.getByText("1 cell here took Roster’s value.", { exact: true }).waitFor();
    await page.getByText("1 cell could not be sent: look again to see why.", { exact: true }).waitFor();
    expect(called("sendEdits")).toEqual([
      { sheetId: 7, picks: [{ id: "c3", column: "status", keep: "roster", saw: "inactive" }] },
    ]);
    await button(page, "Refresh the tab").click();
    await page.getByText("1,204 rows").waitFor();
    expect(browser.complaints).toEqual([]);
  });

  it("sends nothing while nothing is picked of conflicts alone", async () => {
    sidebar.answers.previewEdits = () => ({ changes: CHANGES.filter(({ outcome }) => outcome === "conflict") });
    const page = await open(SEND);
    await page.getByRole("heading", { name: "1 conflict" }).waitFor();
    expect(await button(page, "Send 0 cells").isDisabled()).toBe(true);
    await page.getByLabel("Here: blocked").check();
    expect(await button(page, "Send 1 cell").isEnabled()).toBe(true);
  });

  it("says that there is nothing to send, and what could be", async () => {
    sidebar.answers.previewEdits = () => ({ changes: [] });
    const page = await open(SEND);
    await page.getByText("Nothing to send", { exact: true }).waitFor();
    sidebar.answers.previewEdits = () => ({ changes: CHANGES });
    await button(page, "Look again").click();
    await button(page, "Send 2 cells").waitFor();
  });

  it("says why it cannot look or send, keeps what was picked, and tries again", async () => {
    sidebar.answers.previewEdits = () => {
      throw problem("ids-damaged", "The hidden column of ids no longer fits the rows.");
    };
    const page = await open(SEND);
    await page.getByText("Rows cannot be told apart").waitFor();
    sidebar.answers.previewEdits = () => ({ changes: CHANGES });
    await button(page, "Try again").click();
    await page.getByLabel("Here: blocked").check();
    sidebar.answers.sendEdits = () => {
      throw problem("busy", "Another run works on the spreadsheet.");
    };
    await button(page, "Send 3 cells").click();
    await page.getByText("Another run works on the spreadsheet.").waitFor();
    expect(await page.getByLabel("Here: blocked").isChecked()).toBe(true);
    sidebar.answers.sendEdits = () => ({ sent: 0, refreshed: 0, invalid: 0, conflicts: 1 });
    await button(page, "Try again").click();
    await page.getByText("Nothing was sent.", { exact: true }).waitFor();
    await page.getByText("1 conflict left to pick.", { exact: true }).waitFor();
  });

  it("shows thousands of cells a part at a time", async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => ({ ...CHANGES[0], id: `c${at}`, cell: `B${at + 2}` }));
    sidebar.answers.previewEdits = () => ({ changes: many as typeof CHANGES });
    const page = await open(SEND);
    await button(page, "Send 2,000 cells").waitFor();
    expect(await page.locator(".change").count()).toBe(50);
    await button(page, "Show 50 more of 1,950").click();
    expect(await page.locator(".change").count()).toBe(100);
  });
});

describe("importing a tab", () => {
  it("previews it for a brand, imports it, and says what came of it", async () => {
    sidebar.answers.previewImport = () => PREVIEW;
    sidebar.answers.importTab = () => ({ ...PREVIEW, id: "42" });
    const page = await open(IMPORT);
    await page.getByLabel("Brand").selectOption("Luma");
    await button(page, "Preview").click();
    await page.getByRole("heading", { name: "euka export" }).waitFor();
    const shown = await wordsIn(page);
    expect(shown).toContain("Recognised as euka, for Luma");
    expect(shown).toContain(
      "Rows 25,284 New creators 8,120 Known creators 17,164 Fields filled 5,003 Alternatives kept 211 Rejected rows 12",
    );
    await page.screenshot({ path: pictureAt("sidebar-import") });
    await button(page, "Import").click();
    await page.getByText("25,284 rows of euka export taken in.").waitFor();
    await page.getByText("Rejected rows have a note").waitFor();
    expect(called("previewImport")).toEqual([{ brand: "luma" }]);
    expect(called("importTab")).toEqual([{ brand: "luma", sheetId: 3 }]);
    expect(browser.complaints).toEqual([]);
  });

  it("says which heading is missing, and what to do", async () => {
    sidebar.answers.previewImport = () => ({
      ...PREVIEW,
      source: undefined,
      nearest: "It comes nearest to euka, but the column handle is missing.",
    });
    const page = await open(IMPORT);
    await button(page, "Preview").click();
    await page.getByText("the column handle is missing").waitFor();
    await page.getByText("Put the headings of the export").waitFor();
    expect(await button(page, "Import").count()).toBe(0);
  });

  it("says when it was taken in before", async () => {
    sidebar.answers.previewImport = () => ({ ...PREVIEW, known: "2026-11-02 by Ada Admin, as import 5" });
    const page = await open(IMPORT);
    await button(page, "Preview").click();
    await page.getByText("Taken in before: 2026-11-02 by Ada Admin, as import 5.").waitFor();
  });

  it("says why it failed, and tries again", async () => {
    sidebar.answers.previewImport = () => {
      throw problem("empty", "There is nothing to import in this tab. Open the tab that holds your export.");
    };
    const page = await open(IMPORT);
    await button(page, "Preview").click();
    await page.getByText("Open the tab that holds your export.").waitFor();
    sidebar.answers.previewImport = () => PREVIEW;
    await button(page, "Try again").click();
    sidebar.answers.importTab = () => {
      throw problem("too-slow", "The import is still running, as number 7. Roster finishes it by itself.");
    };
    await button(page, "Import").click();
    await page.getByText("Roster finishes it by itself.").waitFor();
  });

  it("previews anew for another brand", async () => {
    sidebar.answers.previewImport = () => PREVIEW;
    const page = await open(IMPORT);
    await button(page, "Preview").click();
    await button(page, "Import").waitFor();
    await page.getByLabel("Brand").selectOption("Luma");
    expect(await button(page, "Import").count()).toBe(0);
  });
});
