import { randomBytes } from "node:crypto";
import { APP_ID, BOT, TEAM } from "../team.js";
import type { Workspace } from "../workspace.js";

/** When an event that nobody acknowledges is sent again: at once, after a minute, after five more; milliseconds. */
const AGAIN_AFTER = [0, 60_000, 300_000];

type SlackEvent = { type: string } & Record<string, unknown>;

/** Sends an event to the bot, once more at once when it is not acknowledged in time, and later again. */
export async function sendEvent(workspace: Workspace, event: SlackEvent): Promise<void> {
  const body = JSON.stringify(envelope(workspace, event));
  const first = await workspace.requests.post({ body, contentType: "application/json" });
  if (!first.ok) await sendAgain(workspace, { body, type: event.type, reason: first.reason, attempt: 0 });
}

interface Unheard {
  body: string;
  type: string;
  reason: string;
  /** Attempts that were made again, so far. */
  attempt: number;
}

async function sendAgain(workspace: Workspace, { body, type, reason, attempt }: Unheard): Promise<void> {
  workspace.log.warn({ type, reason, attempt }, "an event was not acknowledged");
  const headers = { "x-slack-retry-num": String(attempt + 1), "x-slack-retry-reason": reason };
  const acknowledged = await workspace.requests.post({ body, contentType: "application/json", headers });
  const next = AGAIN_AFTER[attempt + 1];
  if (acknowledged.ok || next === undefined) return;
  const again = { body, type, reason: acknowledged.reason, attempt: attempt + 1 };
  setTimeout(() => workspace.inBackground(sendAgain(workspace, again)), next).unref();
}

function envelope({ now }: Workspace, event: SlackEvent) {
  const id = randomBytes(6).toString("hex").toUpperCase();
  return {
    token: "workspace",
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    context_enterprise_id: null,
    api_app_id: APP_ID,
    event,
    type: "event_callback",
    event_id: `Ev${id}`,
    event_time: Math.floor(now().getTime() / 1_000),
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: BOT.id, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  };
}
