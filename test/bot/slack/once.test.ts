import { describe, expect, it } from "vitest";
import { sign } from "../../../bot/workspace/requests/sign.js";
import type { PageMessage } from "../../../bot/workspace/wire.js";
import { creatorDetail, lookUp } from "../../../core/lookup/index.js";
import { TAG_MANY } from "../../../core/queue/index.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, CREATORS, SIGNING_SECRET, testSlack } from "../../support/slack.js";
import { takeInCreators } from "./creators.js";
import { textsOf } from "./texts.js";

const db = testDatabase();
let late = 0;
const slack = testSlack(db, { now: () => new Date(Date.now() + late) });
takeInCreators(db);

const ada = () => slack.as(ADA);

/** A request as Slack sends it, of the person and in the channel. */
async function send(fields: Record<string, string>): Promise<number> {
  const body = new URLSearchParams(fields).toString();
  const at = Math.floor(Date.now() / 1_000);
  const { status } = await fetch(`${slack.url}/slack/events`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(at),
      "x-slack-signature": sign(SIGNING_SECRET, at, body),
    },
  });
  return status;
}

async function notesOf(who: string): Promise<string[]> {
  const found = await lookUp(db, who, { brandId: "default", actor: OWNER });
  if (found.kind !== "one") throw new Error(`${who} is ${found.kind}`);
  const { notes } = await creatorDetail(db, found.creator.id, { brandId: "default", actor: OWNER });
  return notes.map(({ text }) => text);
}

describe("a request that comes again", () => {
  it("acts once, though it is signed and fresh both times", async () => {
    const command = {
      ...{ command: "/creator", text: "note @noah_fit said once", user_id: ADA, channel_id: CREATORS },
      ...{ team_id: "T0ROSTER", trigger_id: "once.1", response_url: `${slack.url}/nowhere` },
    };
    expect([await send(command), await send(command)]).toEqual([200, 200]);
    await ada().command("/creator help"); // by then all that was asked before is done
    expect(await notesOf("@noah_fit")).toEqual(["said once"]);
    expect(await send({ ...command, trigger_id: "once.2" })).toBe(200);
    await ada().command("/creator help");
    expect(await notesOf("@noah_fit")).toEqual(["said once", "said once"]);
  });

  it("is one change when a question is answered by two quick clicks", async () => {
    const { messages } = await ada().command("/creator tag handle:mia +twice");
    const question = messages.find(({ text }) => text.startsWith("+twice"));
    const before = slack.queued.length;
    const click = () =>
      ada()
        .click(question as PageMessage, "tag-many")
        .catch((error: Error) => expect(error.message).toContain("no longer there"));
    await Promise.all([click(), click()]);
    expect(slack.queued.slice(before).map(({ name }) => name)).toEqual([TAG_MANY.name]);
  });
});

describe("what Slack itself refuses", () => {
  it("is told in words: a form that came later than Slack waits", async () => {
    const [card] = (await ada().command("/creator @noah_fit")).messages;
    slack.bot.now = () => {
      late = 5_000;
      return new Date();
    };
    const { messages, views } = await ada().click(card as PageMessage, "note-creator");
    late = 0;
    expect(views).toEqual([]);
    expect(messages[0]?.text).toBe("Slack opens a form within three seconds only, and this took longer. Try it again.");
    expect(slack.logged.filter((line) => line.includes("unexpected error"))).toEqual([]);
  });
});

describe("a mistake in a query", () => {
  it.each(["/creator tag bagde:gold +vip", "/creator segment save gold bagde:gold"])(
    "points at its letters, letter below letter, in %s",
    async (typed) => {
      const [answer] = (await ada().command(typed)).messages;
      expect(answer?.text).toContain("There is no field bagde:");
      expect(JSON.stringify(answer?.blocks)).toContain("rich_text_preformatted");
      expect(textsOf(answer?.blocks)).toContain("bagde:gold\n^^^^^^\n");
    },
  );
});
