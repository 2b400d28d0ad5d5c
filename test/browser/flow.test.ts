import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { pictureAt, testBrowser } from "../support/browser.js";
import { testDatabase } from "../support/database.js";
import { rosterWith } from "../support/terminal.js";

/** What `roster start --json` prints. */
const started = z.looseObject({ workspace: z.url() });

const browser = testBrowser();
testDatabase();

let workspace = "";
let running: Promise<unknown>;
const stop = new AbortController();

beforeAll(async () => {
  workspace = await new Promise<string>((resolve, reject) => {
    const onOutput = (soFar: string) => {
      if (soFar.trimEnd().endsWith("}")) resolve(started.parse(JSON.parse(soFar)).workspace);
    };
    running = rosterWith({ env: { PORT: "0" }, signal: stop.signal, onOutput }, "start", "--json");
    running.then((result) => reject(new Error(JSON.stringify(result))), reject);
  });
});

afterAll(async () => {
  stop.abort();
  await running;
});

async function type(page: Page, command: string): Promise<void> {
  await page.getByLabel("Message #creators").fill(command);
  await page.keyboard.press("Enter");
}

/** A message from its beginning, as far as there is room. */
async function picture(page: Page, message: Locator, name: string): Promise<void> {
  await message.last().evaluate((box) => box.scrollIntoView({ block: "start" }));
  await page.mouse.move(0, 0);
  await page.screenshot({ path: pictureAt(name) });
}

describe("the first visit", () => {
  it("drops the demo files, imports them, and finds a creator", async () => {
    const page = await browser.open(workspace);
    const demo = page.getByRole("button", { name: "Drop the demo files here" });
    await demo.waitFor();
    await page.screenshot({ path: pictureAt("workspace-first-visit") });

    await demo.click();
    await page.getByRole("button", { name: /1 reply/ }).click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    const press = thread.getByRole("button", { name: "Import", exact: true });
    await press.waitFor({ timeout: 20_000 });
    await page.screenshot({ path: pictureAt("import-preview") });

    await press.click();
    const undo = thread.getByRole("button", { name: /^Undo/ });
    await thread.locator(".block-plan").waitFor({ timeout: 20_000 });
    // Quick machines may be done before the first file is seen under way.
    await thread.locator(".block-plan .task .spinner").or(undo).first().waitFor({ timeout: 40_000 });
    await picture(page, thread.locator(".message"), "import-running");
    await undo.first().waitFor({ timeout: 40_000 });
    await picture(page, thread.locator(".message", { hasText: "See the new creators" }), "import-done");
    await page.getByRole("button", { name: "Close the thread" }).click();

    await type(page, "/creator lookup @alexanderwatson542");
    const card = page.locator(".message", { hasText: "Alexander Watson" });
    await card.getByText("alexander.watson272@post.example").waitFor();
    await picture(page, card, "lookup");

    await type(page, "/creator find gmv:>5k has:email");
    await page.getByText("85 creators").first().waitFor();
    await picture(page, page.locator(".message"), "find");

    await page.getByRole("button", { name: "Roster home" }).click();
    await page.getByText("738 creators").waitFor();
    await page.screenshot({ path: pictureAt("home") });
    expect(browser.complaints).toEqual([]);
  }, 120_000);

  it("shows a viewer no contacts", async () => {
    const page = await browser.open(workspace);
    await page.getByRole("button", { name: "Acting as Ada Admin" }).click();
    await page.getByRole("menuitemradio", { name: /Vic Viewer/ }).click();
    await page.getByRole("button", { name: "Acting as Vic Viewer" }).waitFor();
    await type(page, "/creator lookup @alexanderwatson542");
    const card = page.locator(".message", { hasText: "Alexander Watson" });
    await card.waitFor();
    expect(await card.textContent()).not.toContain("alexander.watson272@post.example");
  });
});
