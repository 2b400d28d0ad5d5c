import { beforeEach, describe, expect, it } from "vitest";
import { listPeople } from "../../../core/access/index.js";
import { addBrand, allBrands } from "../../../core/brands/index.js";
import { likelyDoubles, recountDoubles } from "../../../core/edits/index.js";
import { saveSegment } from "../../../core/segments/index.js";
import { asOwner } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { importRows } from "../../support/make-imports.js";
import { ADA, testSlack, VIC } from "../../support/slack.js";
import { clearRoster, takeIn, takeInEuka, textsIn } from "./support.js";

const db = testDatabase();
const slack = testSlack(db);
const owner = asOwner(new Date());
const ada = () => slack.as(ADA);
const vic = () => slack.as(VIC);

beforeEach(() => clearRoster(db));

const homeOf = async (person: ReturnType<typeof ada>) => textsIn((await person.openHome()).home).join("\n");
const option = (value: string) => ({ selected_option: { text: { type: "plain_text", text: value }, value } });

describe("app_home_opened", () => {
  it("shows totals, how fresh each source is, the last imports and one's own role", async () => {
    await takeInEuka(db, ["ann", "ann@example.com"], ["bob"]);
    const text = await homeOf(ada());
    for (const part of ["2 creators", "euka: fresh", "2 rows", "admin of all brands"]) expect(text).toContain(part);
  });

  it("shows people and brands to admins, and neither these nor what is to be decided to viewers", async () => {
    await takeInEuka(db, ["ann", "one@example.com"]);
    await takeInEuka(db, ["ann", "two@example.com"]);
    await homeOf(vic());
    const text = await homeOf(ada());
    for (const part of ["People", "Brands", "To decide", "1 creator for whom"]) expect(text).toContain(part);
    const seen = await homeOf(vic());
    for (const part of ["People", "To decide"]) expect(seen).not.toContain(part);
    expect(seen).toContain("contacts masked");
    expect([text, seen].map((home) => home.includes("New segment"))).toEqual([true, false]);
  });
});

describe("change-role", () => {
  it("gives somebody another role, at once", async () => {
    await homeOf(vic());
    await ada().openHome();
    await ada().click("home", `change-role:${VIC}`, { chosen: option("editor") });
    const people = await listPeople(db, owner);
    expect(people.find(({ _id }) => _id === VIC)?.rights).toEqual([{ brandId: "all", role: "editor" }]);
    expect(await homeOf(vic())).toContain("editor of all brands");
  });

  it("keeps the last admin, and says so", async () => {
    await ada().openHome();
    const { messages } = await ada().click("home", `change-role:${ADA}`, { chosen: option("viewer") });
    expect(textsIn(messages).join()).toContain("only admin");
  });
});

describe("add-person", () => {
  it("adds somebody from Slack with a role for one brand", async () => {
    await ada().openHome();
    const { views } = await ada().click("home", "open-add-person");
    const [form] = views;
    if (!form) throw new Error("no form");
    const values = { person: { selected_user: VIC }, role: option("editor"), brand: option("default") };
    const { home } = await ada().submit(form, values);
    const people = await listPeople(db, owner);
    expect(people.find(({ _id }) => _id === VIC)).toMatchObject({ rights: [{ brandId: "default", role: "editor" }] });
    expect(textsIn(home).join()).toContain("editor of Default");
  });
});

describe("save-brand", () => {
  const open = async () => {
    await ada().openHome();
    const { views } = await ada().click("home", "open-add-brand");
    if (!views[0]) throw new Error("no form");
    return views[0];
  };

  it("adds a brand", async () => {
    const values = { slug: "glow-uk", name: "Glow UK", currency: "GBP", country: "GB", zone: "Europe/London" };
    const { home, errors } = await ada().submit(await open(), values);
    expect(errors).toBeUndefined();
    expect([...(await allBrands(db)).values()].map(({ slug, zone }) => [slug, zone])).toContainEqual([
      "glow-uk",
      "Europe/London",
    ]);
    expect(textsIn(home).join()).toContain("Glow UK");
  });

  it("says at each input what is wrong", async () => {
    const form = await open();
    const values = { slug: "all", name: "All", currency: "QQQ", country: "GB", zone: "Mars" };
    const { errors } = await ada().submit(form, values);
    expect(Object.keys(errors ?? {}).sort()).toEqual(["currency", "slug", "zone"]);
    await ada().close(form);
  });

  it("changes a brand from its row", async () => {
    await ada().openHome();
    const { views } = await ada().click("home", "open-brand-form");
    if (!views[0]) throw new Error("no form");
    const values = { slug: "default", name: "Glow", currency: "EUR", country: "DE", zone: "Europe/Berlin" };
    await ada().submit(views[0], values);
    expect((await allBrands(db)).get("default")).toMatchObject({ name: "Glow", currency: "EUR" });
  });
});

describe("decide-doubles", () => {
  const decide = async () => {
    await recountDoubles(db);
    await ada().openHome();
    const { views } = await ada().click("home", "decide-doubles");
    if (!views[0]) throw new Error("nothing to decide");
    return views[0];
  };

  beforeEach(() => takeInEuka(db, ["ann", "same@example.com"], ["bob", "same@example.com"]));

  it("shows the pair and why, and makes them one", async () => {
    const view = await decide();
    for (const part of ["@ann", "@bob", "same e-mail"]) expect(textsIn(view).join()).toContain(part);
    const { views } = await ada().click(view, "merge-doubles-0");
    expect(textsIn(views).join()).toContain("Nothing more to decide");
    expect((await likelyDoubles(db, owner)).total).toBe(0);
    expect(slack.queued.map(({ name }) => name)).toContain("recount doubles");
  });

  it("names somebody without a handle by TikTok's user id, and makes them one", async () => {
    await clearRoster(db);
    await takeInEuka(db, ["ann", "same@example.com"]);
    await importRows(db, "mapped", [{ userId: "7345678901234567890", email: "same@example.com" }]);
    const view = await decide();
    expect(textsIn(view).join()).toContain("Same, keep #7345678901234567890");
    const { views } = await ada().click(view, "merge-doubles-0");
    expect(textsIn(views).join()).toMatch(/is a former name of/);
    expect((await likelyDoubles(db, owner)).total).toBe(0);
    expect(await db.collection("creators").countDocuments()).toBe(1);
  });

  it("remembers that two are not the same", async () => {
    const { views } = await ada().click(await decide(), "dismiss-doubles");
    expect(textsIn(views).join()).toContain("two people");
    expect((await likelyDoubles(db, owner)).total).toBe(0);
  });

  it("passes over a pair until later", async () => {
    const { views } = await ada().click(await decide(), "decide-doubles");
    expect(textsIn(views).join()).toContain("Nothing more to decide");
    expect((await likelyDoubles(db, owner)).total).toBe(1);
  });
});

describe("show-alternatives", () => {
  it("lists creators whose sources disagree, each with the way to its values", async () => {
    await takeIn(db, "euka", [{ handle: "ann", email: "one@example.com" }, { handle: "bob" }]);
    await takeIn(db, "euka", [{ handle: "ann", email: "two@example.com" }]);
    await ada().openHome();
    const { views } = await ada().click("home", "show-alternatives");
    expect(textsIn(views).join()).toContain("@ann");
    expect(textsIn(views).join()).not.toContain("@bob");
    const [list] = views;
    if (!list) throw new Error("no list");
    const opened = await ada().click(list, "where-from");
    expect(textsIn(opened.views.at(-1)).join()).toContain("two@example.com");
  });

  it("leads to those of the other brands", async () => {
    await addBrand(db, { slug: "rosy", name: "Rosy" }, owner);
    for (const email of ["one@example.com", "two@example.com"]) {
      await takeIn(db, "euka", [{ handle: "ann", email }]);
      await takeIn(db, "euka", [{ handle: "zoe", email }], { brand: "rosy" });
    }
    await ada().openHome();
    const [list] = (await ada().click("home", "show-alternatives")).views;
    expect(textsIn(list).join()).toContain("@ann");
    if (!list) return;
    const { views } = await ada().click(list, "show-alternatives-rosy");
    expect(views).toHaveLength(1);
    expect(textsIn(views).join()).toMatch(/Sources disagree, Rosy.*@zoe/s);
    expect(textsIn(views).join()).toContain("Default: 1");
  });
});

describe("find-segment", () => {
  it("leads from Home to who is in a segment, a card and a form, within the three views that Slack stacks", async () => {
    await takeInEuka(db, ["ann", "ann@example.com"]);
    await saveSegment(db, { name: "mailable", query: "has:email" }, owner);
    await ada().openHome();
    let { views, messages } = await ada().click("home", "show-segment");
    for (const action of ["find-segment", "open-creator", "note-creator"]) {
      const top = views.at(-1);
      if (!top) throw new Error(`nothing to press ${action} on`);
      ({ views, messages } = await ada().click(top, action));
      expect(messages).toEqual([]);
    }
    expect(views.map(({ type }) => type)).toEqual(["modal", "modal", "modal"]);
  });
});
