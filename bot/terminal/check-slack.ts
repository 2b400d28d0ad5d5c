import { WebClient } from "@slack/web-api";
import type { Config } from "../../core/config/index.js";
import { readSlackManifest } from "../slack-manifest.js";

/** What was found of Slack, and the fix where it is not well. */
export interface SlackCheck {
  ok: boolean;
  says: string;
  fix?: string;
}

/** What Slack may take to answer; ms. */
const PATIENCE = 10_000;

type SlackSettings = Pick<Config, "SLACK_BOT_TOKEN" | "SLACK_SIGNING_SECRET" | "SLACK_APP_TOKEN">;

/** Whether Slack takes the token, and gives it every scope that the manifest names. */
export async function checkSlack(config: SlackSettings, slackApiUrl?: string): Promise<SlackCheck> {
  const { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken } = config;
  if (token === undefined) return withoutToken(config);
  if (secret === undefined && appToken === undefined) {
    const fix = "copy SLACK_SIGNING_SECRET from Basic Information, or set SLACK_APP_TOKEN for Socket Mode";
    return { ok: false, says: "a bot token, and nothing by which Slack reaches Roster", fix };
  }
  const slack = new WebClient(token, {
    retryConfig: { retries: 0 },
    timeout: PATIENCE,
    ...(slackApiUrl ? { slackApiUrl } : {}),
  });
  try {
    const { team, response_metadata } = await slack.auth.test();
    const missing = await missingScopes(response_metadata?.scopes ?? []);
    if (missing.length === 0) return { ok: true, says: `in the workspace ${team}, every scope is there` };
    const fix = "paste `roster slack manifest` at App Manifest on api.slack.com/apps, and reinstall the app";
    return { ok: false, says: `in the workspace ${team}, without the scopes ${missing.join(", ")}`, fix };
  } catch (error) {
    return notAnswered(error);
  }
}

function withoutToken({ SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken }: SlackSettings): SlackCheck {
  if (secret === undefined && appToken === undefined) {
    return { ok: true, says: "no tokens: `roster start` serves /workspace in its place" };
  }
  return {
    ok: false,
    says: "SLACK_BOT_TOKEN is missing",
    fix: "copy it from OAuth & Permissions, it begins with xoxb-",
  };
}

async function missingScopes(given: readonly string[]): Promise<string[]> {
  const { oauth_config } = await readSlackManifest();
  return oauth_config.scopes.bot.filter((scope) => !given.includes(scope));
}

/** What Slack says of tokens that it does not take. */
const REFUSED = /invalid_auth|not_authed|account_inactive|token_revoked|token_expired/;

function notAnswered(error: unknown): SlackCheck {
  const says = error instanceof Error ? error.message : String(error);
  if (REFUSED.test(says)) {
    return {
      ok: false,
      says: `Slack does not take the token (${says})`,
      fix: "copy it again from OAuth & Permissions",
    };
  }
  return { ok: false, says: `Slack did not answer (${says})`, fix: "see whether this machine reaches slack.com" };
}
