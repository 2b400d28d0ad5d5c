import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { ADA, CREATORS, GENERAL, TOKEN, testSlack, VIC } from "../../support/slack.js";

const slack = testSlack(testDatabase(), { listeners() {} });

/** Calls a method as any program does. */
async function call(method: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${slack.url}/workspace/api/${method}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", authorization: `Bearer ${TOKEN}`, ...headers },
  });
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body: await response.json() };
}

const post = (text: string, more: object = {}) => slack.client.chat.postMessage({ channel: CREATORS, text, ...more });
const newest = async (channel = CREATORS) => (await slack.as(ADA).messages(channel)).at(-1);

describe("the Web API", () => {
  it("says who the bot is, and its scopes", async () => {
    const { user_id, team, response_metadata } = await slack.client.auth.test();
    expect({ user_id, team }).toEqual({ user_id: "U0ROSTER", team: "Roster's workspace" });
    expect(response_metadata?.scopes).toContain("chat:write");
  });

  it("refuses another token", async () => {
    const { body } = await call("auth.test", {}, { authorization: "Bearer xoxb-other" });
    expect(body).toMatchObject({ ok: false, error: "invalid_auth" });
  });

  it("refuses no token", async () => {
    const response = await fetch(`${slack.url}/workspace/api/auth.test`, { method: "POST" });
    expect(await response.json()).toEqual({ ok: false, error: "not_authed" });
  });

  it("knows no other methods", async () => {
    expect((await call("chat.shout", {})).body).toEqual({ ok: false, error: "unknown_method" });
  });

  it("says what an argument lacks", async () => {
    expect((await call("chat.postMessage", { text: "a" })).body).toMatchObject({
      ok: false,
      error: "invalid_arguments",
    });
  });

  it("knows people and channels", async () => {
    const { user } = await slack.client.users.info({ user: VIC });
    const { channel } = await slack.client.conversations.info({ channel: GENERAL });
    expect(user).toMatchObject({ real_name: "Vic Viewer", is_admin: false, is_restricted: false });
    expect(channel).toMatchObject({ name: "general", is_member: true });
    await expect(slack.client.users.info({ user: "U0NOBODY" })).rejects.toThrow("user_not_found");
    await expect(slack.client.conversations.info({ channel: "C0NOWHERE" })).rejects.toThrow("channel_not_found");
  });
});

describe("chat.postMessage", () => {
  it("says something in a channel", async () => {
    const { ts } = await post("hello");
    expect(await newest()).toMatchObject({ ts, text: "hello", user: "U0ROSTER" });
  });

  it("gives each block and element an id", async () => {
    const button = { type: "button" as const, text: { type: "plain_text" as const, text: "Go" } };
    const { message } = await post("hello", { blocks: [{ type: "actions", elements: [button] }] });
    expect(message?.blocks).toMatchObject([
      { block_id: expect.stringMatching(/./), elements: [{ action_id: expect.stringMatching(/./) }] },
    ]);
  });

  it("says it to a person in their DM", async () => {
    const { channel } = await slack.client.chat.postMessage({ channel: VIC, text: "psst" });
    expect(channel).toBe("D0VIC");
    expect(await slack.as(VIC).messages("D0VIC")).toMatchObject([{ text: "psst" }]);
    expect(await slack.as(ADA).messages("D0VIC")).toEqual([]);
  });

  it("refuses what Slack refuses, and says where", async () => {
    const { body } = await call("chat.postMessage", {
      channel: CREATORS,
      text: "a",
      blocks: [{ type: "header", text: "a" }],
    });
    expect(body).toMatchObject({ ok: false, error: "invalid_blocks" });
    expect(body).toHaveProperty(
      "response_metadata.messages.0",
      expect.stringContaining("[json-pointer:/blocks/0/text]"),
    );
  });

  it("refuses to say nothing, and to say it nowhere", async () => {
    await expect(post("")).rejects.toThrow("no_text");
    await expect(slack.client.chat.postMessage({ channel: "C0NOWHERE", text: "a" })).rejects.toThrow(
      "channel_not_found",
    );
    await expect(post("a", { thread_ts: "1.000000" })).rejects.toThrow("thread_not_found");
  });
});

describe("chat.update", () => {
  it("changes a message in place and keeps blocks that are not named", async () => {
    const blocks = [{ type: "divider" as const, block_id: "line" }];
    const { ts = "" } = await slack.client.chat.postMessage({ channel: VIC, text: "before", blocks });
    await slack.client.chat.update({ channel: "D0VIC", ts, text: "after" });
    const seen = await slack.as(VIC).messages("D0VIC");
    expect(seen.filter((message) => message.ts === ts)).toMatchObject([{ text: "after", edited: true, blocks }]);
  });

  it("refuses a message of somebody else, and one that is not there", async () => {
    await slack.as(ADA).say("mine", { channel: CREATORS });
    const mine = await newest();
    const change = (ts = "") => slack.client.chat.update({ channel: CREATORS, ts, text: "yours" });
    await expect(change(mine?.ts)).rejects.toThrow("cant_update_message");
    await expect(change("1.000000")).rejects.toThrow("message_not_found");
  });
});

describe("chat.delete", () => {
  it("takes a message of the bot away, and no other", async () => {
    const { ts = "" } = await slack.client.chat.postMessage({ channel: VIC, text: "gone soon" });
    await slack.client.chat.delete({ channel: "D0VIC", ts });
    expect((await slack.as(VIC).messages("D0VIC")).map((message) => message.ts)).not.toContain(ts);
    await slack.as(VIC).say("mine", { channel: "D0VIC" });
    const mine = (await slack.as(VIC).messages("D0VIC")).at(-1);
    const remove = slack.client.chat.delete({ channel: "D0VIC", ts: mine?.ts ?? "" });
    await expect(remove).rejects.toThrow("cant_delete_message");
  });
});

describe("chat.postEphemeral", () => {
  it("is for one person", async () => {
    const channel = CREATORS;
    const { message_ts = "" } = await slack.client.chat.postEphemeral({ channel, user: VIC, text: "only you" });
    expect((await slack.as(VIC).messages()).at(-1)).toMatchObject({ text: "only you", onlyFor: VIC });
    expect((await slack.as(ADA).messages()).map(({ text }) => text)).not.toContain("only you");
    const change = slack.client.chat.update({ channel, ts: message_ts, text: "all of you" });
    await expect(change).rejects.toThrow("message_not_found");
  });

  it("refuses somebody who is not there", async () => {
    const asked = slack.client.chat.postEphemeral({ channel: "D0VIC", user: ADA, text: "a" });
    await expect(asked).rejects.toThrow("user_not_in_channel");
  });
});

describe("conversations", () => {
  it("tell what was said, the newest first, and a thread on its own", async () => {
    const channel = "D0ADA";
    const { ts = "" } = await slack.client.chat.postMessage({ channel, text: "parent" });
    await slack.client.chat.postMessage({ channel, text: "child", thread_ts: ts });
    const { messages: history } = await slack.client.conversations.history({ channel, limit: 1 });
    const { messages: thread } = await slack.client.conversations.replies({ channel, ts });
    expect(history?.map(({ text }) => text)).toEqual(["parent"]);
    expect(thread?.map(({ text }) => text)).toEqual(["parent", "child"]);
  });

  it("open a DM", async () => {
    expect((await slack.client.conversations.open({ users: VIC })).channel?.id).toBe("D0VIC");
  });
});

// Last: what comes after would be too much.
describe("a rate limit", () => {
  it("says at most about one message a second in a channel", async () => {
    const calls = await Promise.all(
      Array.from({ length: 12 }, (_, at) => call("chat.postMessage", { channel: GENERAL, text: `${at}` })),
    );
    const late = calls.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThanOrEqual(1);
    expect(late[0]).toMatchObject({ retryAfter: "1", body: { ok: false, error: "ratelimited" } });
    expect((await call("chat.postMessage", { channel: VIC, text: "elsewhere" })).status).toBe(200);
  });

  it("changes at most 50 a minute", async () => {
    const { ts } = await slack.client.chat.postMessage({ channel: ADA, text: "0" });
    const calls = await Promise.all(
      Array.from({ length: 55 }, (_, at) => call("chat.update", { channel: "D0ADA", ts, text: `${at}` })),
    );
    const late = calls.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThanOrEqual(1);
    expect(Number(late[0]?.retryAfter)).toBeGreaterThanOrEqual(1);
  });
});
