import { App, type Receiver } from "@slack/bolt";
import type { LogLevel } from "@slack/web-api";
import type { Bot } from "./bot.js";
import { listenOn } from "./listen.js";

export interface SlackOptions {
  token: string;
  receiver: Receiver;
  /** Where Slack's Web API is; left out, at Slack. */
  slackApiUrl?: string;
}

/** The bot: everything it listens to, one line each. */
export function createApp(bot: Bot, { token, receiver, slackApiUrl }: SlackOptions): App {
  const app = new App({
    token,
    receiver,
    // What a listener throws is caught in listen.ts; what is left is Bolt's own.
    logLevel: "error" as LogLevel,
    ...(slackApiUrl ? { clientOptions: { slackApiUrl } } : {}),
  });
  const listen = listenOn(app, bot);
  void listen;
  return app;
}
