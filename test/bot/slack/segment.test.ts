import { beforeEach, describe, expect, it } from "vitest";
import { addBrand } from "../../../core/brands/index.js";
import { addCreator, tagCreator } from "../../../core/edits/index.js";
import { listSegments, listSubscriptions, saveSegment } from "../../../core/segments/index.js";
import { asOwner } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, GENERAL, testSlack, VIC } from "../../support/slack.js";
import { clearRoster, takeInEuka, textOf } from "./support.js";

const db = testDatabase();
const slack = testSlack(db);

beforeEach(async () => {
  await clearRoster(db);
  await takeInEuka(db, ["ann", "ann@example.com"], ["bob"], ["cat"]);
});

const owner = asOwner(new Date());
const ada = () => slack.as(ADA);
const vic = () => slack.as(VIC);
const names = async () => (await listSegments(db, owner)).map(({ name, query }) => [name, query]);

describe("/creator segment save", () => {
  it("saves a query under a name, and shows it with its number of creators", async () => {
    const { messages } = await ada().command("/creator segment save mailable has:email");
    expect(textOf(messages)).toContain('Saved as "mailable"');
    expect(textOf(messages)).toContain("1 creator ");
    expect(await names()).toEqual([["mailable", "has:email"]]);
  });

  it("takes a name of several words in quotes, as phones write them too", async () => {
    await ada().command("/creator segment save “big ones” gmv:>5k");
    expect(await names()).toEqual([["big ones", "gmv:>5k"]]);
  });

  it("says where a query is wrong and saves nothing", async () => {
    const { messages } = await ada().command("/creator segment save x bagde:gold");
    expect(textOf(messages)).toContain("badge");
    expect(await names()).toEqual([]);
  });

  it("is not for viewers", async () => {
    const { messages } = await vic().command("/creator segment save x has:email");
    expect(textOf(messages)).toContain("You may not");
    expect(await names()).toEqual([]);
    const listed = [await vic().command("/creator segment list"), await ada().command("/creator segment list")];
    for (const words of ["open-save-segment", "/creator segment save"]) {
      expect(listed.map((answer) => JSON.stringify(answer).includes(words))).toEqual([false, true]);
    }
  });
});

describe("the form of a segment", () => {
  const values = (name: string, query: string) => ({
    name,
    query,
    list: { selected_option: { text: { type: "plain_text", text: "creators" }, value: "creators" } },
  });

  it("opens without a query, and saves", async () => {
    const { views } = await ada().command("/creator segment save ghosts");
    const [form] = views;
    if (!form) throw new Error("no form");
    const saved = await ada().submit(form, values("ghosts", "is:ghosting"));
    expect(saved.errors).toBeUndefined();
    expect(JSON.stringify(saved.views)).toContain("segment:ghosts");
    expect(await names()).toEqual([["ghosts", "is:ghosting"]]);
  });

  it.each([
    ["ghosts", "bagde:gold", { query: expect.stringContaining('Did you mean "badge:"?') }],
    ["a,b", "has:email", { name: expect.stringContaining("cannot name a segment") }],
    ["MAILABLE", "has:phone", { name: expect.stringContaining("already") }],
    ["loop", "segment:loop", { query: expect.stringContaining("circle") }],
  ])("says at its input what is wrong with %s: %s", async (name, query, errors) => {
    await ada().command("/creator segment save mailable has:email");
    const { views } = await ada().command("/creator segment save");
    const [form] = views;
    if (!form) throw new Error("no form");
    expect((await ada().submit(form, values(name, query))).errors).toEqual(errors);
    await ada().close(form);
  });
});

describe("/creator segment list", () => {
  it("lists segments with a button that shows each", async () => {
    await ada().command("/creator segment save mailable has:email");
    const { messages } = await vic().command("/creator segment");
    const [list] = messages;
    if (!list) throw new Error("no list");
    expect(textOf([list])).toContain("mailable");
    const shown = await vic().click(list, "show-segment");
    expect(textOf(shown.messages)).toContain("has:email");
    expect(textOf(shown.messages)).not.toContain("Remove");
  });

  it("says how to begin where there are none", async () => {
    const { messages } = await ada().command("/creator segment list");
    expect(textOf(messages)).toContain("No segments yet");
  });
});

describe("/creator segment subscribe", () => {
  it("tells the person alone, and ends again", async () => {
    await ada().command("/creator segment save vips tag:vip");
    const { messages } = await ada().command("/creator segment subscribe vips weekly");
    expect(textOf(messages)).toContain("You get a weekly digest");
    expect(await listSubscriptions(db, [`slack:${ADA}`], owner)).toMatchObject([{ pace: "weekly", reader: ADA }]);
    await ada().command("/creator segment unsubscribe vips");
    expect(await listSubscriptions(db, [`slack:${ADA}`], owner)).toEqual([]);
  });

  it("tells a whole channel where it is asked to, and says so there", async () => {
    await ada().command("/creator segment save vips tag:vip");
    await ada().command("/creator segment subscribe vips here", { channel: GENERAL });
    expect(await listSubscriptions(db, [`slack:${GENERAL}`], owner)).toMatchObject([{ pace: "daily" }]);
    const said = (await vic().messages(GENERAL)).filter(({ onlyFor }) => onlyFor === undefined);
    expect(textOf(said)).toContain("has this channel get a daily digest");
  });

  it("works by the button of the card", async () => {
    await ada().command("/creator segment save vips tag:vip");
    const { messages } = await ada().command("/creator segment show vips");
    const [card] = messages;
    if (!card) throw new Error("no card");
    await ada().click(card, "subscribe-segment-daily");
    expect(await listSubscriptions(db, [`slack:${ADA}`], owner)).toMatchObject([{ pace: "daily" }]);
  });
});

describe("/creator segment remove", () => {
  it("removes it, and says of an unknown one which there are", async () => {
    await ada().command("/creator segment save vips tag:vip");
    const wrong = await ada().command("/creator segment remove vibs");
    expect(textOf(wrong.messages)).toContain('"vips"');
    const { messages } = await ada().command("/creator segment remove vips");
    expect(textOf(messages)).toContain("removed");
    expect(await names()).toEqual([]);
  });

  it("is no word of JavaScript's", async () => {
    const { messages } = await ada().command("/creator segment constructor");
    expect(textOf(messages)).toContain("is not something /creator segment does");
  });

  it("names the nearest word for one that it does not know", async () => {
    const { messages } = await ada().command("/creator segment subcribe vips");
    expect(textOf(messages)).toContain("segment subscribe");
  });
});

describe("find-segment", () => {
  it("lists who is in a segment", async () => {
    await tagCreator(db, "bob", { add: ["vip"] }, owner);
    await ada().command("/creator segment save vips tag:vip");
    const { messages } = await ada().command("/creator segment show vips");
    const [card] = messages;
    if (!card) throw new Error("no card");
    const found = await ada().click(card, "find-segment");
    expect(textOf(found.messages)).toContain("bob");
  });

  it("lists those of the segment's brand, whatever brand the channel is about", async () => {
    const rosy = await addBrand(db, { slug: "rosy", name: "Rosy" }, owner);
    await addCreator(db, "dora", {}, { ...owner, brand: rosy.slug });
    await saveSegment(db, { name: "everybody", query: "handle:*", brand: rosy.slug }, owner);
    const { messages } = await ada().command("/creator segment show everybody");
    const [card] = messages;
    if (!card) throw new Error("no card");
    const found = textOf((await ada().click(card, "find-segment")).messages);
    expect(found).toContain("of Rosy");
    expect(found).toContain("dora");
    expect(found).not.toContain("bob");
  });
});
