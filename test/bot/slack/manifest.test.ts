import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { App, ExpressReceiver } from "@slack/bolt";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createApp } from "../../../bot/app.js";
import { fillManifest, readSlackManifest } from "../../../bot/slack-manifest.js";
import { checkSlack } from "../../../bot/terminal/check-slack.js";
import { createLog } from "../../../core/log/index.js";
import { testDatabase } from "../../support/database.js";
import { rosterWith } from "../../support/terminal.js";

const db = testDatabase();
const log = createLog({ write: () => {} });

afterEach(() => vi.restoreAllMocks());

/** What the app that `createApp` builds listens to, by Slack's names. */
function listenedTo() {
  const heard: Record<"command" | "event" | "shortcut", string[]> = { command: [], event: [], shortcut: [] };
  for (const kind of ["command", "event", "shortcut"] as const) {
    const listen = vi.spyOn(App.prototype, kind);
    listen.mockImplementation((name: unknown) => void heard[kind].push(String(name)));
  }
  const receiver = new ExpressReceiver({ signingSecret: "x" });
  createApp({ db, log, now: () => new Date(), queue: { async add() {} } }, { token: "xoxb-1", receiver });
  return heard;
}

/** The scope that each method of the Web API needs, of those that the bot calls. */
const SCOPE_OF: Readonly<Record<string, string | undefined>> = {
  "auth.test": undefined,
  "chat.postMessage": "chat:write",
  "chat.postEphemeral": "chat:write",
  "chat.update": "chat:write",
  "chat.unfurl": "links:write",
  "conversations.open": "im:write",
  "files.info": "files:read",
  "files.uploadV2": "files:write",
  filesUploadV2: "files:write",
  "users.info": "users:read",
  "views.open": undefined,
  "views.publish": undefined,
  "views.push": undefined,
  "views.update": undefined,
};

/** The scope that each event needs. */
const SCOPE_OF_EVENT: Readonly<Record<string, string | undefined>> = {
  app_home_opened: undefined,
  link_shared: "links:read",
  "message.channels": "channels:history",
  "message.groups": "groups:history",
  "message.im": "im:history",
  "message.mpim": "mpim:history",
};

async function methodsCalled(): Promise<string[]> {
  const root = new URL("../../../bot/", import.meta.url).pathname;
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("workspace"),
  );
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), "utf8")));
  const call = /\b(?:client|slack)\s*\.\s*((?:[a-z]+\s*\.\s*)?[a-zA-Z0-9]+)\s*\(/g;
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(call)].map(([, name = ""]) => name.replace(/\s/g, "")))),
  ];
}

describe("bot/manifest.json", () => {
  it("names the commands, events and shortcuts that the app listens to, and no others", async () => {
    const { features, settings } = await readSlackManifest();
    const { command, event, shortcut } = listenedTo();
    expect(features.slash_commands.map((each) => each.command)).toEqual(command);
    expect(features.shortcuts.map(({ callback_id }) => callback_id).sort()).toEqual(shortcut.sort());
    const kinds = settings.event_subscriptions.bot_events.map((name) => name.replace(/\..*$/, ""));
    expect([...new Set(kinds)].sort()).toEqual(event.sort());
    expect(features.unfurl_domains).toEqual(["tiktok.com"]);
  });

  it("asks for the scopes that the bot needs, and no others", async () => {
    const { oauth_config, settings } = await readSlackManifest();
    const methods = await methodsCalled();
    expect(methods.filter((name) => !(name in SCOPE_OF))).toEqual([]);
    const needed = [
      "commands",
      ...methods.map((name) => SCOPE_OF[name]),
      ...settings.event_subscriptions.bot_events.map((name) => SCOPE_OF_EVENT[name]),
    ];
    const distinct = [...new Set(needed.filter((scope) => scope !== undefined))];
    expect([...oauth_config.scopes.bot].sort()).toEqual(distinct.sort());
  });

  it("keeps to the lengths that Slack takes", async () => {
    const texts = z.object({
      display_information: z.object({ name: z.string().max(35), description: z.string().max(140) }),
      features: z.object({
        bot_user: z.object({ display_name: z.string().max(80) }),
        shortcuts: z.array(z.object({ name: z.string().max(24), description: z.string().max(150) })),
      }),
    });
    expect(texts.safeParse(await readSlackManifest())).toMatchObject({ success: true });
  });
});

describe("fillManifest", () => {
  it("has Slack ask the public address for everything", async () => {
    const filled = fillManifest(await readSlackManifest(), { publicUrl: "https://crm.example.com" });
    const url = "https://crm.example.com/slack/events";
    expect(filled.features.slash_commands).toMatchObject([{ url }]);
    expect(filled.settings).toMatchObject({
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url, message_menu_options_url: url },
      socket_mode_enabled: false,
    });
  });

  it("names no address in Socket Mode", async () => {
    const filled = fillManifest(await readSlackManifest(), { socket: true });
    expect(filled.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(filled)).not.toContain("request_url");
  });
});

describe("roster slack manifest", () => {
  it.each([
    [{ PUBLIC_URL: "https://crm.example.com" }, "https://crm.example.com/slack/events"],
    [{ SLACK_APP_TOKEN: "xapp-1" }, '"socket_mode_enabled": true'],
  ])("prints what to paste with %o", async (env, part) => {
    const { code, stdout } = await rosterWith({ env }, "slack", "manifest");
    expect([code, stdout]).toEqual([0, expect.stringContaining(part)]);
    expect(JSON.parse(stdout)).toHaveProperty("oauth_config");
  });

  it.each([{}, { PUBLIC_URL: "http://127.0.0.1:3000" }])("says with %o what is missing", async (env) => {
    const { code, stderr } = await rosterWith({ env }, "slack", "manifest");
    expect([code, stderr]).toEqual([2, expect.stringContaining("roster slack manifest --socket")]);
  });
});

describe("checkSlack", () => {
  const tokens = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", SLACK_APP_TOKEN: undefined };

  /** Slack's answer to auth.test. */
  async function answering(body: object, scopes: string, check: (url: string) => Promise<void>) {
    const server = createServer((_, response) => {
      response.setHeader("content-type", "application/json");
      response.setHeader("x-oauth-scopes", scopes);
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    try {
      await check(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);
    } finally {
      server.close();
    }
  }

  it("is well without tokens, and where every scope is there", async () => {
    const none = { SLACK_BOT_TOKEN: undefined, SLACK_SIGNING_SECRET: undefined, SLACK_APP_TOKEN: undefined };
    expect(await checkSlack(none)).toMatchObject({ ok: true, says: expect.stringContaining("/workspace") });
    const { oauth_config } = await readSlackManifest();
    await answering({ ok: true, team: "Glow" }, oauth_config.scopes.bot.join(","), async (url) => {
      expect(await checkSlack(tokens, url)).toMatchObject({ ok: true, says: expect.stringContaining("Glow") });
    });
  });

  it("names the scopes that are missing, and the fix", async () => {
    await answering({ ok: true, team: "Glow" }, "chat:write,commands", async (url) => {
      const { ok, says, fix } = await checkSlack(tokens, url);
      expect([ok, says, fix]).toEqual([
        false,
        expect.stringContaining("files:read"),
        expect.stringContaining("reinstall"),
      ]);
    });
  });

  it("says that a token is not taken, and what is missing beside one", async () => {
    await answering({ ok: false, error: "invalid_auth" }, "", async (url) => {
      expect(await checkSlack(tokens, url)).toMatchObject({ ok: false, says: expect.stringContaining("invalid_auth") });
    });
    const half = { ...tokens, SLACK_SIGNING_SECRET: undefined };
    expect(await checkSlack(half)).toMatchObject({ ok: false, fix: expect.stringContaining("SLACK_SIGNING_SECRET") });
  });
});
