import { beforeAll, describe, expect, it } from "vitest";
import { editCreator } from "../../../core/edits/index.js";
import { asOwner } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, testSlack, VIC } from "../../support/slack.js";
import { takeIn, textsIn } from "./support.js";

const db = testDatabase();
const slack = testSlack(db);
const ada = () => slack.as(ADA);
const vic = () => slack.as(VIC);
const read = (thing: unknown) => textsIn(thing).join("\n");

const VIDEO = "https://www.tiktok.com/@mia.glow/video/7310045632098765432";

beforeAll(async () => {
  await takeIn(db, "euka", [
    { handle: "mia.glow", email: "mia@example.com", phone: "+18325550159", gmv: "$1,234" },
    { handle: "noah_fit" },
  ]);
  await takeIn(db, "samples", [
    {
      orderId: "576461413038785752",
      skuId: "1",
      handle: "old.name",
      userId: "7000000000000000001",
      orderedAt: "2026-01-02",
    },
    {
      orderId: "576461413038785753",
      skuId: "1",
      handle: "new.name",
      userId: "7000000000000000001",
      orderedAt: "2026-02-02",
    },
  ]);
  await takeIn(db, "videos", [
    {
      videoId: "7310045632098765432",
      link: VIDEO,
      handle: "mia.glow",
      title: "*Loud* <!channel>",
      postedAt: "2026-02-02",
      gmv: "$300",
    },
  ]);
  await editCreator(db, "noah_fit", { name: "Noah Berg" }, asOwner(new Date()));
});

async function message(text: string) {
  await ada().say(text);
  const [last] = (await ada().messages()).slice(-1);
  if (!last) throw new Error("no message");
  return (await ada().messages()).findLast((one) => one.user === ADA) ?? last;
}

describe("look-up-creators", () => {
  it("shows who is known by a message's handles and links, and who is not", async () => {
    const { views } = await ada().shortcut(
      "look-up-creators",
      await message(`@mia.glow @nobody ${VIDEO} and noah_fit, hello.`),
    );
    const text = read(views);
    for (const part of ["2 found", "@mia.glow", "@noah_fit", "Noah Berg", "1 not known", "@nobody"]) {
      expect(text).toContain(part);
    }
  });

  it("opens the card of one of them on top", async () => {
    const { views } = await ada().shortcut("look-up-creators", await message("@mia.glow"));
    if (!views[0]) throw new Error("no modal");
    const opened = await ada().click(views[0], "open-creator");
    expect(read(opened.views.at(-1))).toContain("mia@example.com");
    expect(JSON.stringify(opened.views.at(-1))).toContain("where-from");
    // A modal has no channel to share it in.
    expect(JSON.stringify(opened.views.at(-1))).not.toContain("share-creator");
  });

  it("takes in by hand whom nobody knows, and shows the card on top", async () => {
    const { views } = await ada().shortcut("look-up-creators", await message("@mia.glow and @nora.new3"));
    if (!views[0]) throw new Error("no modal");
    const opened = await ada().click(views[0], "add-creator");
    expect(read(opened.views.at(-1))).toContain("@nora.new3");
    expect(opened.views).toHaveLength(2);
    const [behind] = opened.views;
    expect(read(behind)).toContain("@nora.new3  ·  added");
    expect(JSON.stringify(behind)).not.toContain("add-creator");
    const again = await ada().shortcut("look-up-creators", await message("@nora.new3"));
    expect(read(again.views)).toContain("1 found");
  });

  it("offers a few of many to be added, says how to add the others, and offers viewers none", async () => {
    const many = await message(Array.from({ length: 12 }, (_, at) => `@nobody.${at}`).join(" "));
    const { views } = await ada().shortcut("look-up-creators", many);
    expect(JSON.stringify(views).match(/"add-creator"/g)).toHaveLength(10);
    expect(read(views)).toContain("/creator add @handle");
    expect(JSON.stringify((await vic().shortcut("look-up-creators", many)).views)).not.toContain("add-creator");
  });

  it("adds one after the other, and opens the card of one who was added", async () => {
    const { views } = await ada().shortcut("look-up-creators", await message("@nora.new4 @nora.new5"));
    let [list] = views;
    for (const who of ["@nora.new5", "@nora.new4"]) {
      if (!list) throw new Error("no modal");
      const { views: opened } = await ada().click(list, "add-creator", {
        value: JSON.stringify({ who, brand: "default" }),
      });
      expect(read(opened.at(-1))).toContain(who);
      if (!opened[1]) throw new Error("no card");
      [list] = (await ada().close(opened[1])).views;
    }
    expect(read(list).match(/added/g)).toHaveLength(2);
    if (!list) throw new Error("no modal");
    const card = await ada().click(list, "open-creator");
    expect(read(card.views.at(-1))).toContain("@nora.new4");
  });

  it("shows viewers no contacts", async () => {
    const { views } = await vic().shortcut("look-up-creators", await message("@mia.glow"));
    if (!views[0]) throw new Error("no modal");
    const opened = await vic().click(views[0], "open-creator");
    expect(read(opened.views.at(-1))).not.toContain("mia@example.com");
  });

  it("says so where a message names nobody", async () => {
    const { views } = await ada().shortcut("look-up-creators", await message("good morning everybody"));
    expect(read(views)).toContain("No handles and no TikTok links");
  });
});

describe("find-creator", () => {
  it("offers names while somebody types, and shows the card of the one chosen", async () => {
    const { views } = await ada().shortcut("find-creator");
    const [view] = views;
    if (!view) throw new Error("no modal");
    const { options = [] } = await ada().options(view, "choose-creator", "noah");
    expect(read(options)).toContain("@noah_fit  Noah Berg");
    const chosen = await ada().click(view, "choose-creator", { chosen: { selected_option: options[0] } });
    expect(read(chosen.views)).toContain("Noah Berg");
  });

  it("finds nobody for a viewer by a contact", async () => {
    const { views } = await vic().shortcut("find-creator");
    if (!views[0]) throw new Error("no modal");
    const { options = [] } = await vic().options(views[0], "choose-creator", "mia@example.com");
    expect(read(options)).not.toContain("@mia.glow");
  });
});

describe("link_shared", () => {
  const unfurlsOf = async (text: string) => (await message(text)).unfurls ?? {};

  it("shows a creator below a profile link, without name and contacts", async () => {
    const text = read(await unfurlsOf("https://www.tiktok.com/@noah_fit"));
    expect(text).toContain("@noah_fit");
    expect(text).not.toContain("Noah");
    expect(read(await unfurlsOf("https://www.tiktok.com/@mia.glow"))).not.toContain("example.com");
  });

  it("shows what a video brought", async () => {
    const text = read(await unfurlsOf(`look: ${VIDEO}`));
    for (const part of ["@mia.glow", "*Loud* <!channel>", "GMV $300"]) expect(text).toContain(part);
  });

  it("is quiet about creators that Roster does not know", async () => {
    expect(await unfurlsOf("https://www.tiktok.com/@nobody.at.all")).toEqual({});
  });

  it("is quiet where a message has more than two links", async () => {
    const links = ["mia.glow", "noah_fit", "new.name"].map((handle) => `https://www.tiktok.com/@${handle}`);
    expect(Object.keys(await unfurlsOf(links.slice(0, 2).join(" ")))).toHaveLength(2);
    expect(await unfurlsOf(links.join(" "))).toEqual({});
  });
});
