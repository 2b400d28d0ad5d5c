import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Opening } from "../../sheets-addon/addon/calls.js";
import { pictureAt, testBrowser } from "../support/browser.js";
import { answersWith, ME, OPENING, step, TAB, TABS } from "./sidebar-answers.js";
import { problem, SIDEBAR, sidebarPage, wordsIn } from "./sidebar-page.js";

const sidebar = sidebarPage();
const browser = testBrowser();

async function open(opening: Opening): Promise<Page> {
  sidebar.answers = { ...answersWith(opening), ...sidebar.answers };
  return await browser.open(sidebar.url, SIDEBAR);
}

/** The spreadsheet is like this from now on. */
const becomes = (opening: Opening): Opening => {
  sidebar.answers.open = () => opening;
  return opening;
};

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const called = (name: string) => sidebar.calls.filter((each) => each.name === name).map(({ asked }) => asked);

describe("opening", () => {
  it("says what is wrong when Roster does not answer, and tries again", async () => {
    sidebar.answers.open = () => {
      throw problem("unreachable", "Roster cannot be reached at https://roster.example. Try again in a minute.");
    };
    const page = await browser.open(sidebar.url, SIDEBAR);
    await page.getByRole("alert").getByText("Try again in a minute").waitFor();
    sidebar.answers.open = () => OPENING;
    await button(page, "Try again").press("Enter");
    await page.getByText("No lists yet").waitFor();
  });

  it("names what to do about a failure of Google's own", async () => {
    sidebar.answers.open = () => {
      throw new Error("PERMISSION_DENIED");
    };
    const page = await browser.open(sidebar.url, SIDEBAR);
    await page.getByText("several Google accounts").waitFor();
  });
});

describe("connecting", () => {
  const DISCONNECTED: Opening = { ...OPENING, me: undefined };

  it("takes the code by keyboard alone, and says who is connected", async () => {
    sidebar.answers.connect = () => OPENING;
    const page = await open(DISCONNECTED);
    await page.getByText("/creator sheets connect").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("abcd-efgh");
    await page.keyboard.press("Enter");
    await page.getByText("Connected as Ada Admin").waitFor();
    expect(called("connect")).toEqual([{ code: "abcd-efgh" }]);
    expect(browser.complaints).toEqual([]);
  });

  it("asks for a code before it asks Roster, and keeps a wrong one to be mended", async () => {
    sidebar.answers.connect = () => {
      throw problem("refused", "This code is not known, or older than ten minutes. Ask for a new one.");
    };
    const page = await open(DISCONNECTED);
    await button(page, "Connect").click();
    await page.getByText("Type the code here").waitFor();
    expect(called("connect")).toEqual([]);
    await page.getByLabel("Pairing code").fill("AAAA-AAAA");
    await button(page, "Connect").click();
    await page.getByRole("alert").getByText("older than ten minutes").waitFor();
    expect(await page.getByLabel("Pairing code").inputValue()).toBe("AAAA-AAAA");
  });

  it("asks before it disconnects, and Escape keeps the connection", async () => {
    sidebar.answers.disconnect = () => DISCONNECTED;
    const page = await open(OPENING);
    await button(page, "Disconnect").click();
    const question = page.getByRole("dialog", { name: "Disconnect?" });
    await question.waitFor();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Disconnect");
    expect(called("disconnect")).toEqual([]);
    await button(page, "Disconnect").click();
    await question.getByRole("button", { name: "Disconnect" }).click();
    await page.getByLabel("Pairing code").waitFor();
  });

  it("comes back to what was typed when the token has expired meanwhile", async () => {
    sidebar.answers.count = () => {
      throw problem("not-paired", "This connection was revoked.");
    };
    sidebar.answers.connect = () => {
      sidebar.answers.count = () => ({ total: 7 });
      return OPENING;
    };
    const page = await open(OPENING);
    await button(page, "New list").click();
    await page.getByLabel("As a query").fill("gmv:>9k");
    await page.getByRole("heading", { name: "Connect again" }).waitFor();
    await page.getByText("This connection was revoked. Connect again with a new code").waitFor();
    expect(await page.getByLabel("As a query").isVisible()).toBe(false);
    await page.getByLabel("Pairing code").fill("ABCDEFGH");
    await page.keyboard.press("Enter");
    await page.getByLabel("As a query").waitFor();
    expect(await page.getByLabel("As a query").inputValue()).toBe("gmv:>9k");
    await button(page, "Try again").click();
    await page.getByText("7 creators").waitFor();
  });
});

describe("the lists", () => {
  it("say what they show, when they were and will be refreshed, and what failed", async () => {
    const page = await open({ ...OPENING, active: { sheetId: 8, title: "Samples without a video" }, tabs: TABS });
    const card = (name: string) => page.getByRole("article", { name });
    await page.getByRole("article").first().waitFor();
    expect(await page.getByRole("article").evaluateAll((all) => all.map((each) => each.ariaLabel))).toEqual([
      "Samples without a video",
      "Top creators",
      "All videos",
      "Launch",
      "Old ones",
    ]);
    const said = (name: string) => wordsIn(page, `[aria-label="${name}"]`);
    expect(await said("Top creators")).toMatch(
      /Creators of Glow gmv:>5k has:email -status:blocked sort:gmv Refreshed 2 hours ago, by schedule: 12 rows changed Daily at 6 AM, New York time; next \w+ at/,
    );
    expect(await said("Samples without a video")).toContain(
      "Failed 20 minutes ago, by schedule: the spreadsheet is not shared with Roster.",
    );
    expect(await said("All videos")).toContain("Videos of all brands All of them Never refreshed Refreshed by hand");
    expect(await said("Launch")).toContain("Paused");
    expect(await said("Old ones")).toContain("This tab was deleted.");
    expect(await card("Old ones").getByRole("button", { name: "Refresh" }).count()).toBe(0);
    await page.screenshot({ path: pictureAt("sidebar-lists"), fullPage: true });
    expect(browser.complaints).toEqual([]);
  });

  it("are refreshed one after the other, and one that fails stops none", async () => {
    const [first, second, third] = [1, 2, 3].map((sheetId) => ({ ...TAB, sheetId, title: `List ${sheetId}` }));
    if (!first || !second || !third) throw new Error("There are three.");
    const lefts = [804, 0];
    let go = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      go = resolve;
    });
    sidebar.answers.refresh = async ({ sheetId }) => {
      if (sheetId === 2) throw problem("busy", "Another run works on the spreadsheet. Try again in a minute.");
      if (sheetId === 3) return step(0, 2);
      if (lefts.length === 1) await started;
      return step(lefts.shift() ?? 0);
    };
    const paused = { ...TAB, sheetId: 4, title: "List 4", paused: true };
    const page = await open({ ...OPENING, tabs: [first, second, third, paused] });
    await button(page, "Refresh all").click();
    await page.getByText("804 rows of 1,204 to come…").waitFor();
    const bar = page.getByRole("progressbar", { name: "Refresh of List 1" });
    expect(await bar.evaluate((each) => (each as unknown as { value: number }).value)).toBeCloseTo(1 / 3, 1);
    await page.getByText("Waiting for its turn…").first().waitFor();
    await page.getByText("0 of 3 lists refreshed…").waitFor();
    go();
    await page.getByText("2 cells changed both here and in Roster").waitFor();
    const failed = page.getByRole("article", { name: "List 2" });
    await failed.getByText("Another run works on the spreadsheet.").waitFor();
    await page.getByText("1,204 rows: 1,200 added and 4 changed.").first().waitFor();
    expect(called("refresh").map((asked) => (asked as { sheetId: number }).sheetId)).toEqual([1, 1, 2, 3]);
    expect(called("refresh")[1]).toEqual({ sheetId: 1, so: step(804).so });

    sidebar.answers.refresh = () => step(0);
    await failed.getByRole("button", { name: "Try again" }).click();
    await failed.getByText("1,204 rows").waitFor();
    await expect.poll(() => called("open").length).toBe(3);
  });

  it("are paused and resumed with all else as it was", async () => {
    sidebar.answers.bind = (tab) => ({ ...OPENING, tabs: [{ ...TAB, ...tab, title: TAB.title, sheetId: 7 }] });
    const page = await open({ ...OPENING, tabs: [TAB] });
    await button(page, "Pause Top creators").click();
    await button(page, "Resume Top creators").waitFor();
    const { by: _, ...settings } = TAB;
    expect(called("bind")).toEqual([{ ...settings, paused: true }]);
  });

  it("are unbound after a question, which shows why it failed", async () => {
    sidebar.answers.unbind = () => {
      throw problem("unreachable", "Roster cannot be reached.");
    };
    const page = await open({ ...OPENING, tabs: [TAB] });
    await button(page, "Unbind Top creators").click();
    const question = page.getByRole("dialog", { name: "Unbind Top creators?" });
    await question.getByText("The rows stay where they are.").waitFor();
    await question.getByRole("button", { name: "Unbind" }).click();
    await question.getByRole("alert").waitFor();
    sidebar.answers.unbind = () => OPENING;
    await question.getByRole("button", { name: "Unbind" }).click();
    await page.getByText("No lists yet").waitFor();
    expect(called("unbind")).toEqual([{ sheetId: 7 }, { sheetId: 7 }]);
  });

  it("lead back to the question when the connection was lost while it was asked", async () => {
    sidebar.answers.unbind = () => {
      throw problem("not-paired", "This connection was revoked.");
    };
    sidebar.answers.connect = () => ({ ...OPENING, tabs: [TAB] });
    const page = await open({ ...OPENING, tabs: [TAB] });
    await button(page, "Unbind Top creators").click();
    const question = page.getByRole("dialog", { name: "Unbind Top creators?" });
    await question.getByRole("button", { name: "Unbind" }).click();
    await page.getByRole("heading", { name: "Connect again" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("ABCDEFGH");
    await page.keyboard.press("Enter");
    await question.waitFor();
    sidebar.answers.unbind = () => becomes(OPENING);
    await question.getByRole("button", { name: "Unbind" }).click();
    await page.getByText("No lists yet").waitFor();
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
  });

  it("of a deleted tab goes into a new one, and the deleted is forgotten", async () => {
    const missing = { ...TAB, missing: true as const };
    const made = { ...TAB, sheetId: 21 };
    sidebar.answers.bind = () => becomes({ ...OPENING, tabs: [missing, made] });
    sidebar.answers.unbind = () => becomes({ ...OPENING, tabs: [made] });
    sidebar.answers.refresh = () => step(0);
    const page = await open({ ...OPENING, tabs: [missing] });
    await button(page, "Make a new tab for Top creators").click();
    await button(page, "Sync").click();
    await page.getByText("1,204 rows").waitFor();
    expect(called("bind")).toMatchObject([{ title: "Top creators", query: TAB.query }]);
    expect(called("unbind")).toEqual([{ sheetId: 7 }]);
    expect(called("refresh")).toEqual([{ sheetId: 21 }]);
  });

  it("say why looking again failed, and keep what is known", async () => {
    const page = await open({ ...OPENING, tabs: [TAB] });
    await page.getByRole("article").waitFor();
    sidebar.answers.open = () => {
      throw problem("too-many-requests", "Roster was asked too often. Try again in 20 seconds.");
    };
    await button(page, "Look again").click();
    await page.getByText("asked too often").waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
  });

  it("are none, and cannot be made, for who may look at no brand", async () => {
    const page = await open({ ...OPENING, me: { ...ME, brands: [], allBrands: false } });
    await page.getByText("No brand is open to you").waitFor();
    expect(await button(page, "New list").isDisabled()).toBe(true);
  });

  it("offer to send edits only to who may change the brand", async () => {
    const me = OPENING.me && {
      ...OPENING.me,
      brands: OPENING.me.brands.map((brand) => ({ ...brand, mayEdit: false })),
    };
    const page = await open({ ...OPENING, me, tabs: [TAB] });
    await button(page, "Refresh Top creators").waitFor();
    expect(await page.getByRole("button", { name: /^Send my edits/ }).count()).toBe(0);
    await button(page, "Import this tab").click();
    await page.getByText("You may look, not import").waitFor();
  });
});
