import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Opening } from "../../sheets-addon/addon/calls.js";
import { pictureAt, testBrowser } from "../support/browser.js";
import { answersWith, FIELDS, ME, OPENING, step, TAB } from "./sidebar-answers.js";
import { problem, SIDEBAR, sidebarPage } from "./sidebar-page.js";

const sidebar = sidebarPage();
const browser = testBrowser();

async function openForm(opening: Opening = OPENING, press = "New list"): Promise<Page> {
  sidebar.answers = { ...answersWith(opening), ...sidebar.answers };
  const page = await browser.open(sidebar.url, SIDEBAR);
  await page.getByRole("button", { name: press, exact: true }).click();
  return page;
}

/** The spreadsheet is like this from now on. */
const becomes = (opening: Opening): Opening => {
  sidebar.answers.open = () => opening;
  return opening;
};

const query = (page: Page) => page.getByLabel("As a query");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const called = (name: string) => sidebar.calls.filter((each) => each.name === name).map(({ asked }) => asked);
const chips = (page: Page) => page.getByRole("list", { name: "Conditions" }).getByRole("listitem").allTextContents();

describe("the filter", () => {
  it("is built of fields, comparisons and values, and is the query", async () => {
    const page = await openForm();
    await page.getByText("No conditions: everything is shown.").waitFor();
    await button(page, "Add a condition").click();
    const builder = page.getByRole("group", { name: "New condition" });
    await builder.getByLabel("Comparison").selectOption("is at least");
    await builder.getByLabel("Value").fill("1,500");
    await page.keyboard.press("Enter");
    await builder.getByLabel("Field").selectOption("Has");
    await builder.getByLabel("Comparison").selectOption("not this:");
    await builder.getByLabel("Value").selectOption("phone");
    await button(page, "Add").click();
    await builder.getByLabel("Field").selectOption("Last sample");
    await builder.getByRole("spinbutton", { name: "Value" }).fill("6");
    await builder.getByLabel("Unit").selectOption("weeks");
    await button(page, "Add").click();
    expect(await query(page).inputValue()).toBe("gmv:>=1500 -has:phone sampled:<6w");
    expect(await chips(page)).toEqual(["GMV: ≥ 1500", "Has not phone", "Last sample: in the last 6 weeks"]);
    await page.getByText("1,204 creators").waitFor();
    await page.screenshot({ path: pictureAt("sidebar-filter") });
    expect(browser.complaints).toEqual([]);
  });

  it("offers stored values, quotes them, and takes several", async () => {
    const page = await openForm();
    await button(page, "Add a condition").click();
    const builder = page.getByRole("group", { name: "New condition" });
    await builder.getByLabel("Field").selectOption("Tags");
    const value = builder.getByRole("combobox", { name: "Value", exact: true });
    await value.fill("top");
    await page.getByRole("option", { name: "top seller" }).click();
    await value.press("End");
    await value.pressSequentially(", v");
    await page.getByRole("option", { name: "vegan" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await query(page).inputValue()).toBe('tag:"top seller",vegan');
  });

  it("wants a value, and adds nothing behind a mistake", async () => {
    const page = await openForm();
    await button(page, "Add a condition").click();
    await button(page, "Add").click();
    await page.getByText("Fill in a value.").waitFor();
    await query(page).fill('name:"open');
    await page.getByText("This quote is never closed").waitFor();
    await page.getByText("Mend the query below first.").waitFor();
    await page.getByRole("group", { name: "New condition" }).getByLabel("Value").fill("5");
    await button(page, "Add").click();
    expect(await query(page).inputValue()).toBe('name:"open');
  });

  it("loses a term by its chip, and the focus goes to the next", async () => {
    const page = await openForm();
    await query(page).fill("gmv:>5k has:email -status:blocked sort:gmv");
    await page.getByRole("button", { name: "Remove Has email" }).press("Enter");
    expect(await query(page).inputValue()).toBe("gmv:>5k -status:blocked sort:gmv");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await query(page).inputValue()).toBe("sort:gmv");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Add a condition");
  });

  it("completes the text by arrows and Enter or Tab, and Escape closes the list", async () => {
    const page = await openForm();
    await query(page).pressSequentially("ha");
    const offers = page.locator(".offer");
    await page.getByRole("option", { name: /^handle:/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(".offer[aria-selected=true]").textContent()).toContain("has:");
    await page.keyboard.press("Tab");
    expect(await query(page).inputValue()).toBe("has:");
    await page.getByRole("option", { name: "email" }).waitFor();
    await page.keyboard.press("Enter");
    expect(await query(page).inputValue()).toBe("has:email");
    await query(page).pressSequentially(" st");
    await page.getByRole("option", { name: /^status:/ }).waitFor();
    await page.keyboard.press("Escape");
    expect(await offers.count()).toBe(0);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.tagName")).not.toBe("TEXTAREA");
    expect(await query(page).inputValue()).toBe("has:email st");
  });

  it("completes in the middle, and puts the cursor behind what it took", async () => {
    const page = await openForm();
    await query(page).fill("sta gmv:>5k");
    await query(page).press("Home");
    for (const _ of "sta") await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("option", { name: /^state:/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => query(page).inputValue()).toMatch(/^(state|status): gmv:>5k$/);
    const place = (await query(page).inputValue()).indexOf(" ");
    expect(await page.evaluate("document.activeElement.selectionStart")).toBe(place);
  });

  it("shows a mistake with its place, its reason and the word that was meant", async () => {
    const page = await openForm();
    await query(page).fill("gmv:>5k bagde:gold");
    await page.getByText("There is no field bagde:, at letter 9:").waitFor();
    expect(await page.locator("mark").textContent()).toBe("bagde:");
    expect(await query(page).getAttribute("aria-invalid")).toBe("true");
    await button(page, "Did you mean badge:?").click();
    expect(await query(page).inputValue()).toBe("gmv:>5k badge:gold");
    await page.getByText("1,204 creators").waitFor();
  });

  it("counts the query as it stands: late answers to older ones are not shown", async () => {
    let answerOld = (): void => undefined;
    const old = new Promise<void>((resolve) => {
      answerOld = resolve;
    });
    sidebar.answers.count = async ({ query: asked }) => {
      if (asked !== "gmv:>1") return { total: asked === "" ? 9 : 2_000, more: true };
      await old;
      return { total: 1 };
    };
    const page = await openForm();
    await page.getByText("More than 9 creators").waitFor();
    await query(page).fill("gmv:>1");
    await expect.poll(() => called("count").length).toBe(2);
    await query(page).fill("gmv:>12");
    await page.getByText("More than 2,000 creators").waitFor();
    answerOld();
    await page.waitForTimeout(200);
    expect(await page.getByText("More than 2,000 creators").count()).toBe(1);
    expect(called("count").map((asked) => (asked as { query: string }).query)).toEqual(["", "gmv:>1", "gmv:>12"]);
  });

  it("asks for what is typed, not for every letter of it", async () => {
    const page = await openForm();
    await page.getByText("1,204 creators").waitFor();
    const before = called("complete").length;
    await query(page).pressSequentially("followers:>10k", { delay: 10 });
    await page.getByText("1,204 creators").waitFor();
    expect(called("complete").length - before).toBeLessThan(4);
  });

  it("says that nothing fits, and why it could not be counted", async () => {
    sidebar.answers.count = () => ({ total: 0 });
    const page = await openForm();
    await page.getByText("Nothing fits yet").waitFor();
    sidebar.answers.count = () => {
      throw problem("too-slow", "The query takes too long. Ask for less.");
    };
    await query(page).fill("gmv:>1");
    await page.getByText("The query takes too long.").waitFor();
  });
});

describe("the order", () => {
  it("stands in the query as sort:", async () => {
    const page = await openForm();
    await query(page).fill("has:email");
    await page.getByLabel("Sort by").selectOption("GMV");
    expect(await query(page).inputValue()).toBe("has:email sort:gmv");
    await page.getByLabel("Direction").selectOption("Smallest first");
    expect(await query(page).inputValue()).toBe("has:email sort:gmv-asc");
    await page.getByLabel("Sort by").selectOption("Usual order");
    expect(await query(page).inputValue()).toBe("has:email");
  });
});

describe("the columns", () => {
  const order = (page: Page) =>
    page.getByRole("list", { name: "Columns of the tab, in order" }).locator(".chosen-name").allTextContents();

  it("are the usual ones at first, found by name, and moved by keyboard", async () => {
    const page = await openForm();
    await button(page, "Move Handle down").waitFor();
    expect((await order(page)).map((name) => name.split(/[ ,✎]/)[0])).toEqual([
      "Handle",
      "E-mail",
      "Status",
      "Tags",
      "GMV",
      "Videos",
    ]);
    await button(page, "Move E-mail up").press("Enter");
    expect((await order(page))[0]).toContain("E-mail ✎");
    expect(await page.evaluate("document.activeElement.ariaLabel")).toBe("Move E-mail down");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect((await order(page))[2]).toContain("E-mail");

    await page.getByLabel("Find a column").fill("join");
    await page.getByRole("checkbox", { name: "Joined" }).check();
    expect((await order(page)).at(-1)).toContain("Joined");
    await page.getByLabel("Find a column").fill("nothing like it");
    await page.getByText("No column has “nothing like it” in its name.").waitFor();
  });

  it("hold no contacts at first where those are masked", async () => {
    const me = { ...ME, brands: ME.brands.map((brand) => ({ ...brand, seesContacts: false })) };
    const page = await openForm({ ...OPENING, me });
    await button(page, "Move Handle down").waitFor();
    expect((await order(page)).join()).not.toContain("E-mail");
  });

  it("are never none", async () => {
    sidebar.answers.fields = () => ({ ...FIELDS, columns: FIELDS.columns.slice(0, 1) });
    const page = await openForm();
    await button(page, "Remove Handle").click();
    await button(page, "Sync").click();
    await page.getByText("Choose at least one column.").waitFor();
    expect(called("bind")).toEqual([]);
  });

  it("say why they are not known, and are asked for again", async () => {
    sidebar.answers.fields = () => {
      throw problem("forbidden", "You may not look at Glow. Ask an admin.");
    };
    const page = await openForm();
    await page.getByText("You may not look at Glow.").waitFor();
    expect(await button(page, "Sync").isDisabled()).toBe(true);
    sidebar.answers.fields = () => FIELDS;
    await button(page, "Try again").click();
    await button(page, "Move Handle down").waitFor();
  });
});

describe("the tab", () => {
  it("is the empty one in front, a new one, or one that holds something, which is said", async () => {
    const page = await openForm();
    const tab = page.getByLabel("Tab", { exact: true });
    expect(await tab.inputValue()).toBe("0");
    await tab.selectOption("Budget (not empty)");
    await page.getByText("Budget holds something already.").waitFor();
    await tab.selectOption("A new tab");
    expect(await page.getByLabel("Name of the new tab").inputValue()).toBe("Creators");
  });

  it("gets a name that no tab has", async () => {
    const page = await openForm({ ...OPENING, free: [{ sheetId: 0, title: "creators", empty: false }] });
    expect(await page.getByLabel("Name of the new tab").inputValue()).toBe("Creators 2");
  });
});

describe("the schedule", () => {
  it("is in the brand's zone, and names the account to share with", async () => {
    const page = await openForm();
    await page.getByLabel("Refresh by itself").selectOption("Every week");
    await page.getByLabel("On", { exact: true }).selectOption("Friday");
    await page.getByLabel("At, in New York time").selectOption("5 PM");
    expect(await page.getByLabel("share the spreadsheet as editor with").inputValue()).toBe(OPENING.serviceAccount);
    await page.getByLabel("Brand").selectOption("Luma");
    await page.getByLabel("At, in London time").waitFor();
    await page.getByLabel("Brand").selectOption("All brands");
    await page.getByLabel("At, in UTC").waitFor();
  });

  it("says plainly that it will not run where no account is set up", async () => {
    const page = await openForm({ ...OPENING, serviceAccount: undefined });
    await page.getByLabel("Refresh by itself").selectOption("Every hour");
    await page.getByText("no Google service account is set up").waitFor();
  });
});

describe("Sync", () => {
  it("binds what was chosen, fills it, and shows the list", async () => {
    sidebar.answers.bind = () => becomes({ ...OPENING, tabs: [{ ...TAB, sheetId: 12, title: "Samples" }] });
    sidebar.answers.refresh = () => step(0);
    const page = await openForm();
    await page.getByLabel("What to show").selectOption("Samples");
    await query(page).fill("status:delivered");
    await page.getByLabel("Tab", { exact: true }).selectOption("A new tab");
    await page.getByLabel("Name of the new tab").fill(" Delivered ");
    await page.getByLabel("Remove it").check();
    await page.getByLabel("Refresh by itself").selectOption("Every day");
    await button(page, "Sync").click();
    await page.getByText("1,204 rows: 1,200 added and 4 changed.").waitFor();
    expect(called("bind")).toEqual([
      {
        list: "samples",
        query: "status:delivered",
        brand: "glow",
        columns: ["handle", "status"],
        whenGone: "remove",
        schedule: { every: "day", hour: 6 },
        paused: false,
        title: "Delivered",
      },
    ]);
    expect(called("refresh")).toEqual([{ sheetId: 12 }]);
  });

  it("keeps all that was chosen when it fails, and tries again", async () => {
    sidebar.answers.bind = () => {
      throw problem("conflict", "There are 50 lists in this spreadsheet, which is the most. Unbind one.");
    };
    const page = await openForm({ ...OPENING, tabs: [TAB] }, "Edit Top creators");
    await query(page).fill("gmv:>7k");
    await button(page, "Sync").click();
    await page.getByText("There are 50 lists").waitFor();
    expect(await query(page).inputValue()).toBe("gmv:>7k");
    sidebar.answers.bind = () => ({ ...OPENING, tabs: [TAB] });
    sidebar.answers.refresh = () => step(0);
    await button(page, "Try again").click();
    await page.getByRole("article", { name: "Top creators" }).waitFor();
    expect(called("bind").at(-1)).toMatchObject({ sheetId: 7, query: "gmv:>7k", columns: TAB.columns });
    expect(called("bind").at(-1)).not.toHaveProperty("title");
  });
});
