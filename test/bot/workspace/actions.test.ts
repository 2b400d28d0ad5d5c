import type { BlockAction, MessageShortcut } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import { beforeEach, describe, expect, it } from "vitest";
import type { PageMessage } from "../../../bot/workspace/wire.js";
import { testDatabase } from "../../support/database.js";
import { ADA, CREATORS, testSlack, VIC } from "../../support/slack.js";

const heard: { body?: unknown; action?: unknown } = {};

const slack = testSlack(testDatabase(), {
  listeners(app) {
    app.action<BlockAction>(/^(press|choose)$/, async ({ ack, body, action }) => {
      await ack();
      Object.assign(heard, { body, action });
    });
    app.action("late", () => new Promise((resolve) => setTimeout(resolve, 3_100)));
    app.options("outside", async ({ ack, payload }) => {
      const options = [{ text: { type: "plain_text" as const, text: `as ${payload.value}` }, value: payload.value }];
      await ack({
        options: payload.value === "too long" ? [{ ...options[0], value: "x".repeat(151) }] : options,
      } as never);
    });
    app.command("/creator", async ({ ack, respond }) => {
      await ack();
      await respond({ text: "private", blocks });
    });
    app.shortcut<MessageShortcut>("look-up-creators", async ({ ack, body }) => {
      heard.body = body;
      await ack();
    });
    app.shortcut("find-creator", async ({ ack, body }) => {
      heard.body = body;
      await ack();
    });
  },
});

const words = (text: string) => ({ type: "plain_text" as const, text });

const blocks: KnownBlock[] = [
  {
    type: "actions",
    block_id: "row",
    elements: [
      { type: "button", action_id: "press", text: words("Press"), value: "its own" },
      { type: "static_select", action_id: "choose", options: [{ text: words("One"), value: "1" }] },
      { type: "external_select", action_id: "outside" },
      { type: "button", action_id: "late", text: words("Late") },
    ],
  },
];

let message: PageMessage;

beforeEach(async () => {
  const channel = "D0ADA";
  const { ts } = await slack.client.chat.postMessage({ channel, text: "choose", blocks });
  const found = (await slack.as(ADA).messages(channel)).find((one) => one.ts === ts);
  if (!found) throw new Error("no message");
  message = found;
});

describe("act", () => {
  it("sends who pressed what, where", async () => {
    await slack.as(ADA).click(message, "press");
    expect(heard.action).toMatchObject({
      type: "button",
      action_id: "press",
      block_id: "row",
      value: "its own",
      text: words("Press"),
      action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
    });
    expect(heard.body).toMatchObject({
      type: "block_actions",
      user: { id: ADA, username: "ada.admin", team_id: "T0ROSTER" },
      team: { id: "T0ROSTER" },
      channel: { id: "D0ADA", name: "directmessage" },
      container: { type: "message", message_ts: message.ts, channel_id: "D0ADA", is_ephemeral: false },
      message: { ts: message.ts, text: "choose", bot_id: "B0ROSTER" },
      state: { values: { row: { choose: { type: "static_select", selected_option: null } } } },
      response_url: expect.stringContaining("/workspace/response/"),
      trigger_id: expect.stringMatching(/./),
    });
  });

  it("sends what was chosen in a menu", async () => {
    const selected_option = { text: words("One"), value: "1" };
    await slack.as(ADA).click(message, "choose", { chosen: { selected_option } });
    expect(heard.action).toMatchObject({ type: "static_select", selected_option });
  });

  it("sends a button's value as its maker wrote it, whatever the page says", async () => {
    await slack.as(ADA).click(message, "press", { chosen: { value: "made up" } });
    expect(heard.action).toMatchObject({ value: "its own" });
  });

  it("sends no message for one that only this person sees", async () => {
    const { messages } = await slack.as(VIC).command("/creator a");
    await slack.as(VIC).click(messages[0] ?? message, "press");
    expect(heard.body).toMatchObject({ container: { is_ephemeral: true } });
    expect(heard.body).not.toHaveProperty("message");
  });

  it("refuses what is not there, or not there for this person", async () => {
    const gone = { ...message, ts: "1.000000" };
    await expect(slack.as(ADA).click(gone, "press")).rejects.toThrow("no longer there");
    const { messages } = await slack.as(VIC).command("/creator a");
    await expect(slack.as(ADA).click(messages[0] ?? message, "press")).rejects.toThrow("no longer there");
  });

  it("shows trouble when nobody acknowledges in time", async () => {
    const { troubles } = await slack.as(ADA).click(message, "late");
    expect(troubles).toEqual(["We had some trouble connecting. Try again?"]);
  });
});

describe("askOptions", () => {
  it("shows what the bot offers for the letters typed", async () => {
    const { options } = await slack.as(ADA).options(message, "outside", "mi");
    expect(options).toEqual([{ text: words("as mi"), value: "mi" }]);
  });

  it("refuses options that Slack refuses", async () => {
    await expect(slack.as(ADA).options(message, "outside", "too long")).rejects.toThrow("less than 151 characters");
  });
});

describe("runShortcut", () => {
  it("sends the message it was chosen on", async () => {
    await slack.as(VIC).say("see @mia", { channel: CREATORS });
    const said = (await slack.as(VIC).messages()).at(-1);
    await slack.as(VIC).shortcut("look-up-creators", said);
    expect(heard.body).toMatchObject({
      type: "message_action",
      callback_id: "look-up-creators",
      message: { text: "see @mia", user: VIC },
      channel: { id: CREATORS, name: "creators" },
      message_ts: said?.ts,
    });
  });

  it("sends who chose it", async () => {
    await slack.as(VIC).shortcut("find-creator");
    expect(heard.body).toMatchObject({ type: "shortcut", callback_id: "find-creator", user: { id: VIC } });
  });

  it("knows the app's own only", async () => {
    await expect(slack.as(VIC).shortcut("look-up-creators")).rejects.toThrow("no global shortcut");
  });
});
