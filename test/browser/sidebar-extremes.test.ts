import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Opening } from "../../sheets-addon/addon/calls.js";
import { testBrowser } from "../support/browser.js";
import { lowContrast } from "./low-contrast.js";
import { answersWith, CHANGES, FIELDS, ME, OPENING, PREVIEW, step, TABS } from "./sidebar-answers.js";
import { problem, SIDEBAR, sidebarPage } from "./sidebar-page.js";

const sidebar = sidebarPage();
const browser = testBrowser();

const MARKUP = `<img src=x onerror="document.title='taken'"><b>bold</b>&amp;`;
const LONG = `${"Wundervoll".repeat(30)} ${"so many words ".repeat(40)}`;

const named = (text: string): Opening => ({
  ...OPENING,
  spreadsheet: text,
  me: {
    ...ME,
    person: { id: "U1", name: text },
    brands: ME.brands.map((brand) => ({ ...brand, name: `${text} ${brand.slug}` })),
  },
  free: OPENING.free.map((tab) => ({ ...tab, title: `${text} ${tab.sheetId}` })),
  tabs: TABS.map((tab) => ({
    ...tab,
    title: `${text} ${tab.sheetId}`,
    query: `name:"${text.replaceAll('"', "").slice(0, 150)}"`,
    lastRun: { at: "2026-01-01T00:00:00Z", trigger: "schedule", outcome: "failed", rows: 0, reason: text },
  })),
});

const places: Record<string, (page: Page) => Promise<unknown>> = {
  lists: (page) => page.getByRole("article").first().waitFor(),
  failure: async (page) => {
    await page
      .getByRole("button", { name: /^Refresh / })
      .first()
      .click();
    await page.getByRole("alert").first().waitFor();
  },
  question: async (page) => {
    await page
      .getByRole("button", { name: /^Unbind / })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
  },
  form: async (page) => {
    await page
      .getByRole("button", { name: /^Edit / })
      .first()
      .click();
    await page.getByRole("checkbox").first().waitFor();
    await page.getByRole("button", { name: "Add a condition" }).click();
    await page.getByText("1,204 creators").waitFor();
  },
  edits: async (page) => {
    await page
      .getByRole("button", { name: /^Send my edits/ })
      .first()
      .click();
    await page.getByRole("radio").first().waitFor();
  },
  import: async (page) => {
    await page.getByRole("button", { name: "Import this tab" }).click();
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("button", { name: "Import", exact: true }).waitFor();
  },
  disconnected: async (page) => {
    sidebar.answers.open = () => ({ ...OPENING, me: undefined });
    await page.reload();
    await page.getByLabel("Pairing code").waitFor();
  },
};

async function openWith(text: string): Promise<Page> {
  sidebar.answers = {
    ...answersWith(named(text)),
    fields: () => ({
      ...FIELDS,
      fields: FIELDS.fields.map((field) => ({ ...field, label: `${field.label} ${text}`, help: text })),
      columns: FIELDS.columns.map((column) => ({ ...column, header: `${text} ${column.header}` })),
    }),
    refresh: () => {
      throw problem("refused", text);
    },
    previewEdits: () => ({
      changes: CHANGES.map((change) => ({
        ...change,
        who: text,
        header: text,
        sheet: text,
        roster: text,
        reason: text,
        by: text,
      })),
    }),
    previewImport: () => ({ ...PREVIEW, title: text, known: text }),
  };
  const page = await browser.open(sidebar.url, SIDEBAR);
  await page.getByRole("article").first().waitFor();
  return page;
}

/** What sticks out of its 300 pixels. */
const TOO_WIDE = `[...document.querySelectorAll("body *")]
  .filter((box) => box.checkVisibility() && !box.closest(".is-hidden, select, svg") && box.getBoundingClientRect().right > innerWidth + 1)
  .map((box) => box.className || box.tagName)`;

/** Where the focus is, and how it is shown; at the end of the page nothing has it. */
const FOCUSED = `(() => {
  const box = document.activeElement;
  const isNothing = box === document.body || box === document.documentElement;
  return isNothing
    ? { top: 0, outline: "" }
    : { top: box.getBoundingClientRect().top + scrollY, outline: getComputedStyle(box).outlineStyle };
})()`;

describe.each(Object.entries(places))("%s", (_name, go) => {
  it("shows markup as text", async () => {
    const page = await openWith(MARKUP);
    await go(page);
    expect(await page.title()).toBe("Roster");
    expect(await page.locator("img, b").count()).toBe(0);
  });

  it("is never wider than Google's sidebar, whatever is in it", async () => {
    const page = await openWith(LONG);
    await go(page);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(SIDEBAR.width);
    expect(await page.evaluate(TOO_WIDE)).toEqual([]);
  });

  it("can be read and used by everybody: contrast, names, one main heading", async () => {
    const page = await openWith("Mia");
    await go(page);
    expect(await lowContrast(page)).toEqual([]);
    for (const role of [
      "button",
      "textbox",
      "combobox",
      "checkbox",
      "radio",
      "searchbox",
      "dialog",
      "group",
    ] as const) {
      expect(await page.getByRole(role, { name: /^\s*$/ }).count(), role).toBe(0);
    }
    if ((await page.getByRole("dialog").count()) === 0)
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(browser.complaints).toEqual([]);
  });

  it("is gone through from top to bottom by the Tab key, with the focus seen", async () => {
    const page = await openWith("Mia");
    await go(page);
    const tops: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      await page.keyboard.press("Tab");
      const { top, outline } = (await page.evaluate(FOCUSED)) as { top: number; outline: string };
      if (outline === "") break;
      expect(outline).not.toBe("none");
      tops.push(top);
    }
    expect(tops.length).toBeGreaterThan(0);
    // Beside each other counts as level.
    expect(tops.every((top, at) => at === 0 || top > (tops[at - 1] ?? 0) - 20)).toBe(true);
  });
});

describe("a progress", () => {
  it("is said aloud as it goes on", async () => {
    const page = await openWith("Mia");
    const lefts = [900, 400, 0];
    sidebar.answers.refresh = () => step(lefts.shift() ?? 0);
    await page
      .getByRole("button", { name: /^Refresh Mia/ })
      .first()
      .click();
    await page.getByRole("status").getByText("1,204 rows").waitFor();
    expect(lefts).toEqual([]);
  });
});
