import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { testBrowser } from "../support/browser.js";
import { testDatabase } from "../support/database.js";
import { ADA, CREATORS, GENERAL, testSlack } from "../support/slack.js";
import { GALLERY } from "./gallery-blocks.js";
import { galleryBot, type Heard } from "./gallery-bot.js";

const heard: Heard[] = [];
const slack = testSlack(testDatabase(), { listeners: galleryBot(heard) });
const browser = testBrowser();

beforeEach(() => void heard.splice(0));

async function open(): Promise<Page> {
  const page = await browser.open(`${slack.url}/workspace`);
  await page.getByRole("heading", { name: "creators" }).waitFor();
  return page;
}

async function openWith(kind: "acting" | "rows"): Promise<Page> {
  await slack.client.chat.postMessage({ channel: CREATORS, text: kind, blocks: GALLERY[kind] });
  return open();
}

const newest = (page: Page) => page.locator(".message").last();
const heardOf = (what: string) => heard.filter((one) => one.what === what).map(({ value }) => value);
const untilHeard = (what: string) => expect.poll(() => heardOf(what)).not.toEqual([]);

describe("an empty workspace", () => {
  it("offers the demo files and three commands", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Drop the demo files here" }).waitFor();
    expect(await page.locator(".example").count()).toBe(3);
    await page.getByRole("button", { name: "/creator help" }).click();
    await page.getByText("You asked for help").waitFor();
    expect(await page.getByText("Only visible to you").count()).toBe(1);
    expect(browser.complaints).toEqual([]);
  });
});

describe("the composer", () => {
  it("offers commands after a slash, takes one by Tab and sends by Enter", async () => {
    const page = await open();
    const field = page.getByLabel("Message #creators");
    await field.pressSequentially("/cre");
    await page.getByRole("option", { name: "/creator" }).waitFor();
    await field.press("Tab");
    await field.pressSequentially("lookup @mia");
    await field.press("Enter");
    await page.getByText("You asked for lookup @mia").waitFor();
  });

  it("sends a message as text, never as HTML", async () => {
    const page = await open();
    const text = `<img src=x onerror="document.title='taken'"> & <b>bold</b>`;
    await page.getByLabel("Message #creators").fill(text);
    await page.keyboard.press("Enter");
    await expect.poll(() => newest(page).textContent()).toContain(text);
    expect(await page.title()).toBe("Roster workspace");
  });

  it("starts a line by Shift+Enter", async () => {
    const page = await open();
    const field = page.getByLabel("Message #creators");
    await field.pressSequentially("one");
    await field.press("Shift+Enter");
    await field.pressSequentially("two");
    expect(await field.inputValue()).toBe("one\ntwo");
  });

  it("sends dropped files with what is typed beside them", async () => {
    const page = await open();
    const files = await page.evaluateHandle(`(() => {
      const brought = new DataTransfer();
      brought.items.add(new File(["handle\\nmia\\n"], "euka.csv", { type: "text/csv" }));
      brought.items.add(new File(["handle\\nzoe\\nali\\n"], "más.csv", { type: "text/csv" }));
      return brought;
    })()`);
    await page.dispatchEvent(".drop-zone", "dragenter", { dataTransfer: files });
    await page.getByText("Drop the files into #creators").waitFor();
    await page.dispatchEvent(".drop-zone", "drop", { dataTransfer: files });
    await page.getByLabel("Message #creators").fill("for Glow");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /1 reply/ }).click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    await thread.getByText("más.csv: 15 bytes").waitFor();
    expect(await thread.locator(".message").first().textContent()).toContain("for Glow");
    await page.keyboard.press("Escape");
  });
});

describe("a button", () => {
  it("is pressed once: it can't be pressed again while the click is under way", async () => {
    const page = await openWith("acting");
    const button = newest(page).getByRole("button", { name: "Import" });
    await button.click();
    expect(await button.isDisabled()).toBe(true);
    await expect.poll(() => button.isEnabled()).toBe(true);
    expect(heardOf("slow")).toEqual(["go"]);
  });

  it("asks first where it has a confirm, and does nothing when that is declined", async () => {
    const page = await openWith("acting");
    const button = newest(page).getByRole("button", { name: "Undo" });
    const question = page.getByRole("dialog", { name: "Undo this import?" });
    await button.click();
    await question.getByRole("button", { name: "Keep" }).click();
    await question.waitFor({ state: "detached" });
    await button.click();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    expect(heardOf("sure")).toEqual([]);

    await button.click();
    await question.getByRole("button", { name: "Undo" }).click();
    await untilHeard("sure");
  });
});

describe("menus", () => {
  it("are searched and chosen from by keyboard", async () => {
    const page = await openWith("acting");
    await newest(page).getByRole("button", { name: "Choose a brand" }).press("Enter");
    await page.keyboard.type("lu");
    await page.keyboard.press("Enter");
    await untilHeard("brand");
    expect(heardOf("brand")).toEqual(["Luma"]);
    await newest(page).getByRole("button", { name: "Luma" }).waitFor();
  });

  it("ask the bot for its options", async () => {
    const page = await openWith("acting");
    await newest(page).getByRole("button", { name: "A creator" }).click();
    await page.keyboard.type("mia");
    await page.getByRole("option", { name: "@mia.makes" }).click();
    await untilHeard("who");
    expect(heardOf("who")).toEqual(["@mia.makes"]);
  });

  it("hold several things where they may", async () => {
    const page = await openWith("acting");
    await newest(page).getByRole("button", { name: "Tags" }).click();
    await page.getByRole("option", { name: "cold" }).click();
    await untilHeard("tags");
    expect(heardOf("tags")).toEqual([["vip", "cold"]]);
    await page.keyboard.press("Escape");
    await newest(page).getByRole("button", { name: "Remove vip" }).click();
    await expect.poll(() => heardOf("tags")).toEqual([["vip", "cold"], ["cold"]]);
  });

  it("of little room open as overflow", async () => {
    const page = await openWith("acting");
    await newest(page).getByRole("button", { name: "More actions" }).first().click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await untilHeard("more");
    expect(heardOf("more")).toEqual(["Share"]);
  });
});

describe("a data table", () => {
  it("is sorted, filtered and paged by its reader", async () => {
    const page = await openWith("rows");
    const table = newest(page).getByRole("region", { name: "100 creators" });
    const first = () => table.locator("tbody tr").first().textContent();
    await table.getByRole("button", { name: "Followers" }).click();
    await table.getByRole("button", { name: "Followers" }).click();
    expect(await first()).toContain("981");
    await table.getByRole("button", { name: "Next page" }).click();
    expect(await table.getByText("page 2 of 20").count()).toBe(1);
    await table.getByLabel("Filter 100 creators").fill("creator42");
    expect(await table.locator("tbody tr").count()).toBe(1);
    await table.getByLabel("Filter 100 creators").fill("nobody");
    await table.getByText("No row matches the filter.").waitFor();
  });
});

describe("a view", () => {
  const openForm = async () => {
    const page = await openWith("acting");
    await newest(page).getByRole("button", { name: "Edit" }).click();
    return { page, form: page.getByRole("dialog", { name: "Edit @mia.makes" }) };
  };

  it("shows what is wrong at its input, and keeps what was typed", async () => {
    const { page, form } = await openForm();
    const name = form.getByRole("textbox", { name: "First name" });
    await name.fill("");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Please fill this in.").waitFor();
    await form.getByLabel("E-mail").first().fill("not an address");
    await name.fill("Bad");
    await page.keyboard.press("Enter");
    await form.getByText("This is not an e-mail address").waitFor();
    await form.getByLabel("E-mail").first().fill("mia@example.com");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Nobody is called Bad.").waitFor();
    expect(await form.getByLabel("E-mail").first().inputValue()).toBe("mia@example.com");

    await name.fill("Mia");
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });
    expect(heardOf("form")).toEqual([{ name: "Mia", status: "active", files: 0 }]);
  });

  it("holds the files that are chosen in it", async () => {
    const { form } = await openForm();
    await form
      .locator("input[type=file]")
      .setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a") });
    await form.getByText("1 ready").waitFor();
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });
    expect(heardOf("form")).toMatchObject([{ files: 1 }]);
  });

  it("lies under the one that is pushed on it, and Escape closes the upper", async () => {
    const { page, form } = await openForm();
    await form.getByRole("button", { name: "Open another" }).click();
    const upper = page.getByRole("dialog", { name: "Take care" });
    await upper.getByText("It failed").waitFor();
    await page.keyboard.press("Escape");
    await upper.waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    await untilHeard("closed");
  });

  it("keeps the Tab key inside it", async () => {
    const { page, form } = await openForm();
    await form.waitFor();
    for (let at = 0; at < 30; at += 1) await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('[role=dialog]') !== null")).toBe(true);
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
  });
});

describe("shortcuts", () => {
  it("of a message stand in its menu", async () => {
    await slack.as(ADA).say("look at @zoe.cooks");
    const page = await open();
    await newest(page).hover();
    await newest(page).getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Look up creators" }).click();
    await untilHeard("look-up-creators");
    expect(heardOf("look-up-creators")).toEqual(["look at @zoe.cooks"]);
  });

  it("of the whole workspace stand behind the plus", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Shortcuts" }).click();
    await page.getByRole("menuitem", { name: "Find a creator" }).click();
    await page.getByRole("dialog", { name: "Take care" }).getByRole("button", { name: "Back" }).click();
    expect(heardOf("find-creator")).toEqual([undefined]);
  });
});

describe("the messages", () => {
  const isAtBottom = (page: Page) =>
    page.locator(".messages").evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight < 2);
  const long = "A line.\n".repeat(40);

  it("stay at the bottom while new ones come, and where the person has scrolled up to", async () => {
    const page = await open();
    for (const at of [1, 2, 3]) {
      await slack.client.chat.postMessage({ channel: CREATORS, text: `${long}end ${at}` });
      await page.getByText(`end ${at}`).last().waitFor();
      await expect.poll(() => isAtBottom(page)).toBe(true);
    }
    await page.locator(".messages").hover();
    await page.mouse.wheel(0, -600);
    await expect.poll(() => isAtBottom(page)).toBe(false);
    await slack.client.chat.postMessage({ channel: CREATORS, text: `${long}not seen` });
    await page.getByText("not seen").last().waitFor();
    expect(await isAtBottom(page)).toBe(false);
  });

  it("go to the bottom when the person writes", async () => {
    const page = await open();
    await page.locator(".messages").hover();
    await page.mouse.wheel(0, -900);
    await expect.poll(() => isAtBottom(page)).toBe(false);
    await page.getByLabel("Message #creators").fill("/creator here");
    await page.keyboard.press("Enter");
    await page.getByText("You asked for here").waitFor();
    await expect.poll(() => isAtBottom(page)).toBe(true);
  });
});

describe("the person switcher", () => {
  it("hides from one what only the other may see", async () => {
    const page = await open();
    await page.getByLabel("Message #creators").fill("/creator secret");
    await page.keyboard.press("Enter");
    await page.getByText("You asked for secret").waitFor();
    await page.getByRole("button", { name: "Acting as Ada Admin" }).click();
    await page.getByRole("menuitemradio", { name: /Vic Viewer/ }).click();
    await page
      .getByRole("navigation", { name: "Workspace" })
      .getByRole("button", { name: "Acting as Vic Viewer" })
      .waitFor();
    await expect.poll(() => page.getByText("You asked for secret").count()).toBe(0);
  });
});

describe("the sidebar", () => {
  it("marks a channel with news until it is opened", async () => {
    const page = await open();
    await slack.client.chat.postMessage({ channel: GENERAL, text: "news" });
    const link = page.getByRole("button", { name: /general/ });
    await link.getByLabel("unread").waitFor();
    await link.click();
    await page.getByText("news").waitFor();
    expect(await link.getByLabel("unread").count()).toBe(0);
  });

  it("marks a channel whose news came before the page could hear", async () => {
    const page = await open();
    await page.route("**/page/events*", async (route) => {
      await slack.client.chat.postMessage({ channel: GENERAL, text: "missed" });
      await route.continue();
    });
    await page.reload();
    await page.getByRole("button", { name: /general/ }).click();
    await page.getByText("missed").waitFor();
  });
});

describe("the Home", () => {
  it("is asked for when it is opened, and its buttons work", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Roster home" }).click();
    await page.getByText("36,900 creators").waitFor();
    await page.getByRole("button", { name: "Look again" }).click();
    await untilHeard("home-button");
  });
});
