import { beforeAll, describe, expect, it } from "vitest";
import { placeOf } from "../../bot/asked.js";
import { notifySlack } from "../../bot/notify/notify-slack.js";
import { tagCreator } from "../../core/edits/index.js";
import { saveSegment, subscribe } from "../../core/segments/index.js";
import { sendDueDigests } from "../../jobs/send-digests.js";
import { takeInEuka, textOf } from "../bot/slack/support.js";
import { asOwner } from "../support/as-owner.js";
import { testDatabase } from "../support/database.js";
import { ADA, CREATORS, testSlack } from "../support/slack.js";

const db = testDatabase();
const slack = testSlack(db);
const [SUNDAY, MONDAY] = [new Date("2026-03-01T12:00:00Z"), new Date("2026-03-02T09:00:00Z")];
const owner = asOwner(SUNDAY);

const run = (now = MONDAY) => {
  const { bot, client } = slack;
  return sendDueDigests.run({}, { db, log: bot.log, now: () => now, notify: notifySlack(db, client) });
};

beforeAll(async () => {
  await takeInEuka(db, ["ann"], ["bob"]);
  await slack.as(ADA).openHome(); // makes her known
  await saveSegment(db, { name: "VIPs <!channel>", query: "tag:vip" }, owner);
  const her = { actor: { ...owner.actor, id: ADA }, now: SUNDAY };
  for (const id of [ADA, CREATORS]) {
    const pace = { place: placeOf(id), isShared: id === CREATORS, pace: "weekly" as const };
    await subscribe(db, "vips <!channel>", pace, her);
  }
  await tagCreator(db, "bob", { add: ["vip"] }, owner);
});

describe("send digests", () => {
  it("writes to the channel and to the person, once however often it runs", async () => {
    await Promise.all([run(), run(), run()]);
    const { messages } = await slack.as(ADA).state();
    const told = messages.filter(({ blocks }) => JSON.stringify(blocks ?? []).includes("Entered"));
    expect(new Set(told.map(({ channel }) => channel)).size).toBe(2);
    expect(told).toHaveLength(2);
    expect(textOf(told)).toContain("@bob");
    for (const { text } of told) expect(text).not.toContain("<!channel>");
  });

  it("has a button that shows the segment", async () => {
    const [digest] = (await slack.as(ADA).messages(CREATORS)).slice(-1);
    if (!digest) throw new Error("no digest");
    const { messages } = await slack.as(ADA).click(digest, "show-segment");
    expect(textOf(messages)).toContain("tag:vip");
  });

  it("does nothing where nobody can be told, and tells later", async () => {
    await tagCreator(db, "ann", { add: ["vip"] }, { ...owner, now: MONDAY });
    const [first, second] = [new Date("2026-03-09T09:00:00Z"), new Date("2026-03-09T09:01:00Z")];
    await sendDueDigests.run({}, { db, log: slack.bot.log, now: () => first });
    await run(second);
    const [digest] = (await slack.as(ADA).messages(CREATORS)).filter(({ onlyFor }) => !onlyFor).slice(-1);
    expect(textOf(digest ? [digest] : [])).toContain("@ann");
  });
});
