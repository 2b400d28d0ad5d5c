import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { createWorkspace } from "../../../bot/workspace/index.js";
import { createAudience } from "../../../bot/workspace/state/audience.js";
import { createMessages } from "../../../bot/workspace/state/messages.js";
import { testDatabase } from "../../support/database.js";
import { ADA, GENERAL, TOKEN, testSlack, VIC } from "../../support/slack.js";

const db = testDatabase();
const slack = testSlack(db, { listeners() {} });

/** The status of a request whose headers may say anything. */
function statusOf(path: string, headers: Record<string, string>, method = "GET"): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${slack.url}/workspace${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject).end();
  });
}

describe("loopbackOnly", () => {
  const host = () => new URL(slack.url).host;

  it("lets this machine in, by its names", async () => {
    expect(await statusOf("/page/state", {})).toBe(200);
    expect(await statusOf("/page/state", { host: "localhost:3000" })).toBe(200);
  });

  it("lets no other name of this machine in", async () => {
    expect(await statusOf("/page/state", { host: "evil.example:3000" })).toBe(403);
    expect(await statusOf("/page/state", { host: "127.0.0.1.evil.example" })).toBe(403);
    expect(await statusOf("/api/auth.test", { host: "evil.example", authorization: `Bearer ${TOKEN}` })).toBe(403);
  });

  it("lets no other site's page act", async () => {
    expect(await statusOf("/page/demo", { origin: "http://evil.example" }, "POST")).toBe(403);
    expect(await statusOf("/page/demo", { origin: "null" }, "POST")).toBe(403);
    expect(await statusOf("/page/demo", { origin: `http://${host()}` }, "POST")).toBe(400);
  });
});

describe("page/state", () => {
  it("knows who is there, the channels, and what the bot's manifest offers", async () => {
    const state = await slack.as(VIC).state();
    expect(state).toMatchObject({ me: VIC, isNew: true, views: [], messages: [] });
    expect(state.users.map(({ name, isAdmin, isBot }) => ({ name, isAdmin, isBot }))).toEqual([
      { name: "Ada Admin", isAdmin: true, isBot: false },
      { name: "Vic Viewer", isAdmin: false, isBot: false },
      { name: "Roster", isAdmin: false, isBot: true },
    ]);
    expect(state.channels.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      "channel general",
      "channel creators",
      "dm Roster",
    ]);
    expect(state.commands.map(({ name }) => name)).toContain("/creator");
    expect(state.shortcuts.map(({ kind }) => kind).sort()).toEqual(["global", "message"]);
  });

  it("refuses somebody who is not there", async () => {
    const response = await fetch(`${slack.url}/workspace/page/state?as=U0NOBODY`);
    expect(response.status).toBe(400);
  });

  it("lets nobody write into another's DM", async () => {
    await expect(slack.as(VIC).say("hello", { channel: "D0ADA" })).rejects.toThrow("channel_not_found");
  });
});

describe("page/events", () => {
  it("tells a page what its person sees, and nothing else", async () => {
    const stop = new AbortController();
    const response = await fetch(`${slack.url}/workspace/page/events?as=${VIC}`, { signal: stop.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    await slack.client.chat.postMessage({ channel: ADA, text: "for Ada" });
    await slack.client.chat.postEphemeral({ channel: GENERAL, user: ADA, text: "for Ada alone" });
    await slack.client.chat.postMessage({ channel: GENERAL, text: "for all" });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let read = "";
    while (!read.includes("for all")) read += (await reader?.read())?.value ?? "";
    stop.abort();
    expect(read).toMatch(/data: \{"kind":"message".*"text":"for all"/);
    expect(read).not.toContain("for Ada");
  });
});

describe("page/demo", () => {
  it("drops the seven files of a made account as one message", async () => {
    await slack.as(ADA).demo();
    const said = (await slack.as(ADA).messages()).at(-1);
    expect(said?.user).toBe(ADA);
    expect(said?.files?.map(({ name }) => name).sort()).toEqual(
      ["creators", "euka", "phones", "products", "refunnel", "samples", "videos"].map((name) => `${name}.csv`),
    );
    expect(said?.files?.every(({ bytes }) => bytes > 100)).toBe(true);
  });
});

describe("createWorkspace", () => {
  it("finds messages and files again after a restart, and forgets what one person saw", async () => {
    const user = ADA;
    await slack.client.chat.postEphemeral({ channel: GENERAL, user, text: "private" });
    const before = await slack.as(ADA).messages(GENERAL);
    expect(before.at(-1)?.text).toBe("private");
    const again = createMessages(db, createAudience());
    const after = (await again.seenBy(ADA)).filter(({ channel }) => channel === GENERAL);
    expect(after).toEqual(before.filter(({ onlyFor }) => onlyFor === undefined));
  });

  it("says where its Web API is", () => {
    const log = slack.bot.log;
    const options = { db, token: "t", signingSecret: "s", botUrl: "http://127.0.0.1:3000", now: () => new Date(), log };
    expect(createWorkspace(options).slackApiUrl).toBe("http://127.0.0.1:3000/workspace/api/");
  });
});
