import { describe, expect, it } from "vitest";
import type { PageMessage, PageView } from "../../../bot/workspace/wire.js";
import { changePerson } from "../../../core/access/index.js";
import { editCreator } from "../../../core/edits/index.js";
import { forgetCreator } from "../../../core/forget/index.js";
import { creatorDetail, lookUp } from "../../../core/lookup/index.js";
import { asOwner, OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, testSlack, VIC } from "../../support/slack.js";
import { takeInCreators } from "./creators.js";
import { textsOf } from "./texts.js";

const db = testDatabase();
const slack = testSlack(db);
takeInCreators(db);

const ada = () => slack.as(ADA);

async function cardOf(who: string): Promise<PageMessage> {
  const [card] = (await ada().command(`/creator ${who}`)).messages;
  if (card === undefined) throw new Error(`no card of ${who}`);
  return card;
}

/** Presses a button of a card, and answers the view that it opened. */
async function formBehind(card: PageMessage, actionId: string): Promise<PageView> {
  const { views, messages } = await ada().click(card, actionId);
  const form = views.at(-1);
  if (form === undefined) throw new Error(`no view, but ${messages.map(({ text }) => text).join()}`);
  return form;
}

async function detailOf(who: string) {
  const found = await lookUp(db, who, { brandId: "default", actor: OWNER });
  if (found.kind !== "one") throw new Error(`${who} is ${found.kind}`);
  return creatorDetail(db, found.creator.id, { brandId: "default", actor: OWNER });
}

const chosen = (value: string) => ({ selected_option: { text: { type: "plain_text", text: value }, value } });

describe("quotes as phones write them", () => {
  it("hold a tag and a value together", async () => {
    await ada().command("/creator tag @noah_fit +“summer launch” +“vip”");
    expect((await detailOf("@noah_fit")).tags).toEqual(["summer launch", "vip"]);
    await ada().command("/creator tag @noah_fit -“summer launch” -vip");
    await ada().command("/creator add @quoted.one name=“Mia Cruz”");
    expect(textsOf((await cardOf("@quoted.one")).blocks)).toContain("Mia Cruz");
    await forgetCreator(db, "@quoted.one", asOwner(new Date()));
  });
});

describe("the card's Edit", () => {
  it("saves what was changed, and shows it in the card", async () => {
    const card = await cardOf("@noah_fit");
    const form = await formBehind(card, "edit-creator");
    expect(textsOf(form.blocks)).toContain("noah@example.com");
    const { messages, views } = await ada().submit(form, { city: "Austin", badge: chosen("gold") });
    expect(views).toEqual([]);
    const anew = messages.find(({ ts }) => ts === card.ts);
    expect(textsOf(anew?.blocks)).toContain("gold");
    expect(textsOf(anew?.blocks)).toContain("Austin");
    expect(await detailOf("@noah_fit")).toMatchObject({ badge: "gold", email: "noah@example.com" });
  });

  it("says at the field what is wrong with its value", async () => {
    const form = await formBehind(await cardOf("@noah_fit"), "edit-creator");
    const { errors } = await ada().submit(form, { email: "nobody" });
    expect(errors?.email).toContain("nobody");
    await ada().close(form);
    expect((await detailOf("@noah_fit")).email).toBe("noah@example.com");
  });

  it("shows what somebody else wrote meanwhile, and keeps or replaces it", async () => {
    const form = await formBehind(await cardOf("@mia.shine"), "edit-creator");
    await editCreator(db, "@mia.shine", { email: "theirs@example.com" }, asOwner(slack.bot.now()));
    const { views } = await ada().submit(form, { email: "mine@example.com", city: "Reno" });
    const question = views.at(-1);
    expect(question?.callback_id).toBe("edit-conflict");
    expect(textsOf(question?.blocks)).toContain("theirs@example.com");
    expect(textsOf(question?.blocks)).toContain("mine@example.com");
    expect((await detailOf("@mia.shine")).email).toBe("theirs@example.com");
    if (!question) return;
    await ada().submit(question, { email: chosen("theirs") });
    expect(await detailOf("@mia.shine")).toMatchObject({ email: "theirs@example.com", address: { city: "Reno" } });
  });

  it("replaces what somebody else wrote when that is chosen", async () => {
    const form = await formBehind(await cardOf("@mia.shine"), "edit-creator");
    await editCreator(db, "@mia.shine", { email: "other@example.com" }, asOwner(slack.bot.now()));
    const { views } = await ada().submit(form, { email: "mine@example.com" });
    const question = views.at(-1);
    if (!question) throw new Error("no question");
    await ada().submit(question, { email: chosen("mine") });
    expect((await detailOf("@mia.shine")).email).toBe("mine@example.com");
  });
});

describe("the card's other buttons", () => {
  it("gives and takes tags", async () => {
    const card = await cardOf("@quiet.zoe");
    await ada().submit(await formBehind(card, "tag-creator"), { tags: "VIP, summer launch" });
    expect((await detailOf("@quiet.zoe")).tags).toEqual(["summer launch", "vip"]);
    const form = await formBehind(await cardOf("@quiet.zoe"), "tag-creator");
    const { messages } = await ada().submit(form, { tags: "vip" });
    expect((await detailOf("@quiet.zoe")).tags).toEqual(["vip"]);
    expect(textsOf(messages.at(-1)?.blocks)).toContain("vip");
  });

  it("says which tag cannot be used", async () => {
    const form = await formBehind(await cardOf("@quiet.zoe"), "tag-creator");
    const { errors } = await ada().submit(form, { tags: "vip, no(pe" });
    expect(errors?.tags).toContain("no(pe");
    await ada().close(form);
  });

  it("writes a note, signed", async () => {
    const card = await cardOf("@quiet.zoe");
    const { messages } = await ada().submit(await formBehind(card, "note-creator"), { note: "likes <!here> *rose*" });
    expect((await detailOf("@quiet.zoe")).notes).toMatchObject([{ text: "likes <!here> *rose*", by: ADA }]);
    expect(messages.at(-1)?.ts).toBe(card.ts);
    expect(textsOf(messages.at(-1)?.blocks)).toContain("likes <!here> *rose*");
  });

  it("logs a TikTok DM, and with it the last contact", async () => {
    const at = new Date("2026-02-10T09:30:00Z");
    const form = await formBehind(await cardOf("@quiet.zoe"), "log-dm");
    const { messages } = await ada().submit(form, {
      direction: chosen("out"),
      text: "Hi Zoe",
      at: { selected_date_time: at.getTime() / 1_000 },
    });
    const { lastContactedAt, recent } = await detailOf("@quiet.zoe");
    expect(lastContactedAt).toEqual(at);
    expect(recent.communications).toMatchObject([{ direction: "out", text: "Hi Zoe", by: ADA, at }]);
    expect(textsOf(messages.at(-1)?.blocks)).toContain("2026-02-10");
  });

  it("sets the status and the whitelist in place", async () => {
    const card = await cardOf("@quiet.zoe");
    const blocked = { selected_option: { value: "blocked default @quiet.zoe" } };
    const { messages } = await ada().click(card, "set-status", { chosen: blocked });
    expect(messages.at(-1)?.ts).toBe(card.ts);
    expect(await detailOf("@quiet.zoe")).toMatchObject({ status: "blocked", whitelisted: false });
    const [now] = messages;
    if (!now) throw new Error("no card");
    const anew = await ada().click(now, "whitelist-creator");
    expect((await detailOf("@quiet.zoe")).whitelisted).toBe(true);
    expect(textsOf(anew.messages.at(-1)?.blocks)).toContain("Take off the whitelist");
  });

  it("shows where each value is from, picks another and follows the sources again", async () => {
    const card = await cardOf("@mia.glow");
    const view = await formBehind(card, "where-from");
    const texts = textsOf(view.blocks);
    for (const told of ["+18325550159", "euka.csv line 2", "+18325550123", "phones.csv line 2", "lifetime"]) {
      expect(texts).toContain(told);
    }
    const picked = await ada().click(view, "pick-value", { value: '{"field":"phone","value":"+18325550123"}' });
    expect((await detailOf("@mia.glow")).phone).toBe("+18325550123");
    const anew = picked.views.at(-1);
    if (!anew) throw new Error("the view is gone");
    expect(textsOf(picked.messages.at(-1)?.blocks)).toContain("+18325550123");
    await ada().click(anew, "release-field");
    expect((await detailOf("@mia.glow")).phone).toBe("+18325550159");
    await ada().close(anew);
  });

  it("shows the change in a card that stands in a view", async () => {
    const search = (await ada().shortcut("find-creator")).views.at(-1);
    if (!search) throw new Error("no search");
    const found = await ada().click(search, "choose-creator", { chosen: chosen("@mia.shine") });
    const card = found.views.at(-1);
    if (!card) throw new Error("no card");
    const form = (await ada().click(card, "note-creator")).views.at(-1);
    if (!form) throw new Error("no form");
    const { views } = await ada().submit(form, { note: "seen in a view" });
    expect(views).toHaveLength(1);
    expect(textsOf(views[0]?.blocks)).toContain("seen in a view");
    if (views[0]) await ada().close(views[0]);
  });

  it("shows viewers where values are from, masked, with nothing to pick", async () => {
    const vic = slack.as(VIC);
    const [card] = (await vic.command("/creator @mia.glow")).messages;
    if (!card) throw new Error("no card");
    const { views } = await vic.click(card, "where-from");
    const texts = textsOf(views.at(-1)?.blocks);
    expect(texts).toContain("+1832*****59");
    expect(texts).toContain("euka.csv line 2");
    expect(JSON.stringify(views)).not.toMatch(/8325550159|mia@example\.com/);
    expect(texts).not.toContain("Use this");
    if (views[0]) await vic.close(views[0]);
  });

  it("refuses somebody whose right was taken since the card came", async () => {
    const vic = slack.as(VIC);
    await vic.command("/creator @mia.glow");
    await changePerson(db, VIC, { role: "editor" }, asOwner(slack.bot.now()));
    const [card] = (await vic.command("/creator @mia.glow")).messages;
    await changePerson(db, VIC, { role: "viewer" }, asOwner(slack.bot.now()));
    if (!card) throw new Error("no card");
    const { messages, views } = await vic.click(card, "note-creator");
    expect(views).toEqual([]);
    expect(messages[0]?.text).toContain("You may not change");
    const typed = await vic.command("/creator note @mia.glow hello");
    expect(typed.messages[0]?.text).toContain("You may not change");
    expect((await detailOf("@mia.glow")).notes).toEqual([]);
  });
});

describe("/creator with a change", () => {
  it("note writes a note", async () => {
    const { messages } = await ada().command("/creator note @noah_fit wants the serum");
    expect(textsOf(messages[0]?.blocks)).toContain("wants the serum");
  });

  it("edit and dm open their forms", async () => {
    const edit = await ada().command("/creator edit @noah_fit");
    expect(edit.views.at(-1)?.callback_id).toBe("edit-creator");
    if (edit.views[0]) await ada().close(edit.views[0]);
    const dm = await ada().command("/creator dm noah_fit");
    expect(dm.views.at(-1)?.callback_id).toBe("log-dm");
    if (dm.views[0]) await ada().close(dm.views[0]);
  });

  it("add takes a creator in by hand", async () => {
    const { messages } = await ada().command('/creator add @nina.new email=nina@example.com name="Nina Sol"');
    expect(textsOf(messages[0]?.blocks)).toContain("Nina Sol");
    expect(await detailOf("@nina.new")).toMatchObject({ email: "nina@example.com", firstName: "Nina" });
  });

  it("add says what it expected", async () => {
    const { messages } = await ada().command("/creator add @nina.two nonsense");
    expect(messages[0]?.text).toContain("field=value");
  });

  it("merge shows both, merges, and takes apart again", async () => {
    const [question] = (await ada().command("/creator merge @mia.shine @mia.glow")).messages;
    if (!question) throw new Error("no question");
    const [done] = (await ada().click(question, "merge-creators")).messages;
    expect(done?.ts).toBe(question.ts);
    expect((await detailOf("@mia.shine")).handle).toBe("mia.glow");
    if (!done) throw new Error("no answer");
    await ada().click(done, "unmerge-creators");
    expect((await detailOf("@mia.shine")).handle).toBe("mia.shine");
  });

  it("unmerge takes out who was merged under that name", async () => {
    const [question] = (await ada().command("/creator merge @mia.shine @mia.glow")).messages;
    if (!question) throw new Error("no question");
    await ada().click(question, "merge-creators");
    const { messages } = await ada().command("/creator unmerge @mia.shine");
    expect(messages[0]?.text).toBe("@mia.shine is a creator of its own again.");
    expect((await detailOf("@mia.shine")).handle).toBe("mia.shine");
  });
});

describe("the card's Merge with…", () => {
  it("finds the other by typing, shows both, and keeps the name that is chosen", async () => {
    const card = await cardOf("@mia.glow");
    const form = await formBehind(card, "merge-creator");
    const { options } = await ada().options(form, "merge-with", "shine");
    expect(textsOf(options)).toContain("@mia.shine");
    const asked = (await ada().submit(form, { "merge-with": chosen("@mia.shine") })).views.at(-1);
    if (!asked) throw new Error("no question");
    for (const part of ["@mia.glow", "@mia.shine", "Mia Cruz"]) expect(textsOf(asked.blocks)).toContain(part);
    const { views, messages } = await ada().submit(asked, { kept: chosen("@mia.shine") });
    expect(views).toEqual([]);
    expect(await detailOf("@mia.glow")).toMatchObject({ handle: "mia.shine", formerHandles: ["mia.glow"] });
    expect(textsOf(messages.find(({ ts }) => ts === card.ts)?.blocks)).toContain("@mia.shine");
    const done = messages.find(({ text }) => text === "@mia.glow is part of @mia.shine now.");
    if (!done) throw new Error("nobody was told");
    await ada().click(done, "unmerge-creators");
    expect((await detailOf("@mia.glow")).handle).toBe("mia.glow");
  });

  it("refuses the creator itself, at the input", async () => {
    const form = await formBehind(await cardOf("@mia.glow"), "merge-creator");
    const { errors } = await ada().submit(form, { "merge-with": chosen("@mia.glow") });
    expect(errors?.other).toContain("Expected another one");
    await ada().close(form);
  });
});

describe("Add, where nobody was found", () => {
  it.each(["/creator @nora.new1", "/creator find nora.new1"])("takes somebody in by hand after %s", async (typed) => {
    await db.collection("creators").deleteMany({ handle: "nora.new1" });
    const [nobody] = (await ada().command(typed)).messages;
    if (!nobody) throw new Error("no answer");
    const { messages } = await ada().click(nobody, "add-creator");
    expect(messages[0]?.ts).toBe(nobody.ts);
    expect(textsOf(messages[0]?.blocks)).toContain("@nora.new1");
    expect(await detailOf("@nora.new1")).toMatchObject({ handle: "nora.new1" });
    await ada().command("/creator @nora.new1");
    await forgetCreator(db, "@nora.new1", asOwner(slack.bot.now()));
    await db.collection("forgotten").deleteMany({});
  });

  it("is not offered to viewers, nor for what is no handle", async () => {
    const [seen] = (await slack.as(VIC).command("/creator @nora.new2")).messages;
    const [words] = (await ada().command("/creator nora of the roses")).messages;
    expect(JSON.stringify([seen, words])).not.toContain("add-creator");
  });
});

describe("a refusal", () => {
  it.each([
    [VIC, "/creator edit @mia.glow", "An admin can make you an editor: in Roster's Home, or with /creator people"],
    [ADA, "/creator add @mia.glow", "change it with /creator edit @mia.glow"],
  ])("tells %s after %s what to do in Slack", async (who, typed, told) => {
    const [answer] = (await slack.as(who).command(typed)).messages;
    expect(answer?.text).toContain(told);
    expect(answer?.text).not.toMatch(/roster \w|--\w/);
  });
});
