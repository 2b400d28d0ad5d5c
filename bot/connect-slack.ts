import { randomBytes } from "node:crypto";
import { ExpressReceiver, SocketModeReceiver } from "@slack/bolt";
import type { Express } from "express";
import type { Config } from "../core/config/index.js";
import { CrmError } from "../core/errors/index.js";
import { createApp } from "./app.js";
import type { Bot } from "./bot.js";
import { closeDoor, createWorkspace, openDoor } from "./workspace/index.js";

export interface ConnectSlack {
  config: Pick<Config, "SLACK_BOT_TOKEN" | "SLACK_SIGNING_SECRET" | "SLACK_APP_TOKEN" | "SLACK_API_URL">;
  bot: Bot;
  /** Where the web server is reached from this machine. */
  address: string;
}

export interface ConnectedSlack {
  /** What another process needs to speak to the same Slack. */
  token: string;
  slackApiUrl?: string;
  /** Where the local stand-in for Slack is opened; absent where a real one is connected. */
  workspace?: string;
  /** How Slack is reached, in words. */
  how: string;
  stop(): Promise<void>;
}

/** Starts the bot: for a real Slack when there are tokens, else for the workspace that Roster brings along. */
export async function connectSlack(web: Express, given: ConnectSlack): Promise<ConnectedSlack> {
  const { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken } = given.config;
  if (token === undefined) return openWorkspace(web, given);
  await closeDoor(given.bot.db);
  if (appToken !== undefined) return overSocket(given, token, appToken);
  if (secret !== undefined) return overHttp(web, given, { token, secret });
  throw new CrmError("wrong-input", "SLACK_BOT_TOKEN alone", {
    say: "SLACK_BOT_TOKEN is set, and neither SLACK_SIGNING_SECRET (for HTTP) nor SLACK_APP_TOKEN (for Socket Mode): set one of them, or unset all to use the workspace that Roster brings along.",
  });
}

async function overSocket({ bot, config }: ConnectSlack, token: string, appToken: string): Promise<ConnectedSlack> {
  const address = apiOf(config);
  const app = createApp(bot, { token, receiver: new SocketModeReceiver({ appToken }), ...address });
  await app.start();
  return { token, ...address, how: "Slack, over Socket Mode", stop: async () => void (await app.stop()) };
}

async function overHttp(
  web: Express,
  { bot, config }: ConnectSlack,
  { token, secret }: { token: string; secret: string },
): Promise<ConnectedSlack> {
  const address = apiOf(config);
  createApp(bot, { token, receiver: new ExpressReceiver({ signingSecret: secret, app: web }), ...address });
  const at = `${bot.publicUrl ?? "the web server"}/slack/events`;
  return { token, ...address, how: `Slack, at ${at}`, stop: async () => {} };
}

const apiOf = ({ SLACK_API_URL: slackApiUrl }: ConnectSlack["config"]) => (slackApiUrl ? { slackApiUrl } : {});

/** The secret is made anew at each start; the token stands in the database, for workers that are started by themselves. */
async function openWorkspace(web: Express, { bot, address }: ConnectSlack): Promise<ConnectedSlack> {
  const { db, now, log } = bot;
  const { token } = await openDoor(db, `${address}/workspace/api/`);
  const signingSecret = randomBytes(24).toString("hex");
  const { router, slackApiUrl, settled } = createWorkspace({ db, token, signingSecret, botUrl: address, now, log });
  web.use("/workspace", router);
  createApp(bot, { token, receiver: new ExpressReceiver({ signingSecret, app: web }), slackApiUrl });
  const workspace = `${address}/workspace`;
  return { token, slackApiUrl, workspace, how: "the workspace that Roster brings along", stop: settled };
}
