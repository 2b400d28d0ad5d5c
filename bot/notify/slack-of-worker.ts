import { type LogLevel, WebClient } from "@slack/web-api";
import type { Connection } from "mongoose";
import type { Config } from "../../core/config/index.js";
import type { FetchFile } from "../../core/drops/index.js";
import type { Notify } from "../../core/notify/index.js";
import { findDoor } from "../workspace/index.js";
import { fetchSlackFile } from "./fetch-slack-file.js";
import { notifySlack } from "./notify-slack.js";

/** A call that does not come through is made so often again: what waits for it is worth more than a long try. */
const RETRIES = { retries: 3, minTimeout: 500, maxTimeout: 4_000 };

/** A worker's way to Slack: by the token that it is given, else to the workspace where one is open; else none. */
export async function slackOfWorker(
  db: Connection,
  { SLACK_BOT_TOKEN, SLACK_API_URL }: Pick<Config, "SLACK_BOT_TOKEN" | "SLACK_API_URL">,
): Promise<{ notify: Notify; fetchFile: FetchFile } | undefined> {
  const given = SLACK_BOT_TOKEN === undefined ? undefined : { token: SLACK_BOT_TOKEN, slackApiUrl: SLACK_API_URL };
  const door = given ?? (await findDoor(db));
  if (!door) return undefined;
  const { token, slackApiUrl } = door;
  const client = new WebClient(token, {
    ...(slackApiUrl ? { slackApiUrl } : {}),
    logLevel: "error" as LogLevel,
    retryConfig: RETRIES,
    // When Slack asks to wait, all processes do: see slack-pace.ts.
    rejectRateLimitedCalls: true,
  });
  return { notify: notifySlack(db, client), fetchFile: fetchSlackFile(client, token) };
}
