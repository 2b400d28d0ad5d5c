import type { RespondFn } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { createResponseUrls } from "../../../bot/workspace/state/response-urls.js";
import { testDatabase } from "../../support/database.js";
import { ADA, CREATORS, testSlack, VIC } from "../../support/slack.js";

/** How the listener under test answers. */
let answer: (respond: RespondFn) => Promise<unknown> = async () => {};

const slack = testSlack(testDatabase(), {
  listeners(app) {
    app.command("/creator", async ({ ack, respond }) => {
      await ack();
      await answer(respond);
    });
    app.action("press", async ({ ack, respond }) => {
      await ack();
      await answer(respond);
    });
  },
});

const blocks = [
  {
    type: "actions" as const,
    elements: [{ type: "button" as const, action_id: "press", text: { type: "plain_text" as const, text: "Press" } }],
  },
];

describe("respond", () => {
  it("answers the person alone unless it says otherwise", async () => {
    answer = async (respond) => {
      await respond("private");
      await respond({ response_type: "in_channel", text: "public" });
    };
    const { messages } = await slack.as(VIC).command("/creator a");
    expect(messages).toMatchObject([{ text: "private", onlyFor: VIC }, { text: "public" }]);
    expect((await slack.as(ADA).messages()).map(({ text }) => text)).toEqual(["public"]);
  });

  it("works five times", async () => {
    const statuses: unknown[] = [];
    answer = async (respond) => {
      for (let use = 1; use <= 6; use += 1) {
        await respond(`${use}`).then(
          () => statuses.push("fine"),
          (error) => statuses.push(error.statusCode ?? error.status ?? String(error)),
        );
      }
    };
    const { messages } = await slack.as(ADA).command("/creator a");
    expect(messages.map(({ text }) => text)).toEqual(["1", "2", "3", "4", "5"]);
    expect(statuses).toHaveLength(6);
    expect(statuses.slice(0, 5)).toEqual(["fine", "fine", "fine", "fine", "fine"]);
    expect(String(statuses[5])).toContain("404");
  });

  it("replaces the message that was acted on, also one that only this person sees", async () => {
    answer = (respond) => respond({ text: "choose", blocks });
    const { messages } = await slack.as(ADA).command("/creator a");
    const [asked] = messages;
    if (!asked) throw new Error("no answer");
    answer = (respond) => respond({ replace_original: true, text: "chosen", blocks: [] });
    const after = await slack.as(ADA).click(asked, "press");
    expect(after.messages).toMatchObject([{ ts: asked.ts, text: "chosen", blocks: [] }]);
  });

  it("deletes the message that was acted on", async () => {
    const { ts = "" } = await slack.client.chat.postMessage({ channel: CREATORS, text: "choose", blocks });
    answer = (respond) => respond({ delete_original: true });
    const message = (await slack.as(ADA).messages()).find((one) => one.ts === ts);
    if (!message) throw new Error("no message");
    const { deleted } = await slack.as(ADA).click(message, "press");
    expect(deleted).toEqual([ts]);
  });

  it("is refused what Slack refuses", async () => {
    const failed: unknown[] = [];
    answer = (respond) => respond({ blocks: [] }).catch((error) => failed.push(error));
    const { messages } = await slack.as(ADA).command("/creator a");
    expect(messages).toEqual([]);
    expect(String(failed[0])).toContain("400");
  });
});

describe("createResponseUrls", () => {
  it("forgets after half an hour", () => {
    let now = new Date("2026-11-22T10:00:00Z");
    const urls = createResponseUrls(() => now);
    const id = urls.issue({ userId: ADA, channel: CREATORS });
    now = new Date("2026-11-22T10:29:59Z");
    expect(urls.use(id)).toMatchObject({ userId: ADA });
    now = new Date("2026-11-22T10:30:01Z");
    expect(() => urls.use(id)).toThrow("expired_url");
  });
});
