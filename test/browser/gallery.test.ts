import { describe, expect, it } from "vitest";
import { PHONE, pictureAt, testBrowser, WIDE } from "../support/browser.js";
import { testDatabase } from "../support/database.js";
import { ADA, CREATORS, testSlack } from "../support/slack.js";
import { GALLERY, LONG_NAME } from "./gallery-blocks.js";
import { galleryBot } from "./gallery-bot.js";
import { lowContrast } from "./low-contrast.js";

const slack = testSlack(testDatabase(), { listeners: galleryBot([]) });
const browser = testBrowser();

async function postGallery(): Promise<void> {
  const posted = await slack.as(ADA).messages();
  if (posted.length > 0) return;
  for (const [text, blocks] of Object.entries(GALLERY)) {
    await slack.client.chat.postMessage({ channel: CREATORS, text, blocks });
  }
}

/** One thing each kind of block shows. */
const SIGNS = [
  "✨ Mia Moreno",
  "quoted & bold",
  "Sep 21, 2026 at 2:13 PM",
  "$4,120.50",
  "From Euka, 3 days ago",
  "Markdown",
  "@Vic Viewer",
  "deeper",
  "With a menu beside it",
  "seen before",
  "128,400 followers",
  "Video 4",
  "each value and its source",
  "Unboxing the serum",
  "GMV by week",
  "Importing euka.csv",
  "Writing the export",
  "E-mail",
  "100 rows, page 1 of 20",
  "Nothing to do",
];

describe.each([
  { name: "gallery", size: WIDE },
  { name: "gallery-phone", size: PHONE },
])("$name", ({ name, size }) => {
  it("shows every kind of block", async () => {
    await postGallery();
    const page = await browser.open(`${slack.url}/workspace`, size);
    await page.getByText("A line of words").first().waitFor();
    const shown = await page.getByRole("log", { name: "Messages in creators" }).textContent();
    for (const sign of SIGNS) expect(shown).toContain(sign);
    expect(shown).not.toContain("can't show");
    expect(browser.complaints).toEqual([]);

    await page.locator(".message").first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: pictureAt(name) });
  });

  it("is never wider than its window, whatever is in it", async () => {
    await postGallery();
    const page = await browser.open(`${slack.url}/workspace`, size);
    await page.getByText("A line of words").first().waitFor();
    const wide = await page.evaluate(
      "[document.documentElement, ...document.querySelectorAll('.messages, .message, .blocks')].filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.className)",
    );
    expect(wide).toEqual([]);
    expect(await page.locator(".block-header", { hasText: "<!channel>" }).textContent()).toBe(LONG_NAME.slice(0, 150));
  });

  it("can be read by everybody: contrast and names", async () => {
    await postGallery();
    const page = await browser.open(`${slack.url}/workspace`, size);
    await page.getByText("A line of words").first().waitFor();
    expect(await lowContrast(page)).toEqual([]);
    for (const role of ["button", "link", "textbox", "checkbox", "radio", "searchbox", "dialog"] as const) {
      expect(await page.getByRole(role, { name: /^\s*$/ }).count(), role).toBe(0);
    }
  });
});
