import { type LogLevel, WebClient } from "@slack/web-api";
import type { Connection } from "mongoose";
import type { Config } from "../../core/config/index.js";
import type { FetchFile } from "../../core/drops/index.js";
import type { Notify } from "../../core/notify/index.js";
import { fetchSlackFile } from "./fetch-slack-file.js";
import { notifySlack } from "./notify-slack.js";

/** A call that does not come through is made so often again: what waits for it is worth more than a long try. */
const RETRIES = { retries: 3, minTimeout: 500, maxTimeout: 4_000 };

/** A worker's way to Slack; none without a token. */
export function slackOfWorker(
  db: Connection,
  { SLACK_BOT_TOKEN: token, SLACK_API_URL: slackApiUrl }: Pick<Config, "SLACK_BOT_TOKEN" | "SLACK_API_URL">,
): { notify: Notify; fetchFile: FetchFile } | undefined {
  if (token === undefined) return undefined;
  const client = new WebClient(token, {
    ...(slackApiUrl ? { slackApiUrl } : {}),
    logLevel: "error" as LogLevel,
    retryConfig: RETRIES,
    // When Slack asks to wait, all processes do: see slack-pace.ts.
    rejectRateLimitedCalls: true,
  });
  return { notify: notifySlack(db, client), fetchFile: fetchSlackFile(client, token) };
}
