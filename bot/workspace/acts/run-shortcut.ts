import { readManifest } from "../manifest.js";
import { Refusal } from "../refusal.js";
import { channelShape, messageShape, teamShape, userShape } from "../requests/shapes.js";
import { APP_ID } from "../team.js";
import type { PostShortcut } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { HAD_TROUBLE, tellTrouble } from "./trouble.js";

/** Somebody chooses a shortcut, from the menu of a message or from the one of the workspace. */
export async function runShortcut(
  workspace: Workspace,
  { as: userId, callbackId, message }: PostShortcut,
): Promise<void> {
  const { shortcuts } = (await readManifest()).features;
  const kind = message ? "message" : "global";
  if (!shortcuts.some(({ callback_id, type }) => callback_id === callbackId && type === kind)) {
    throw new Refusal("not_found", { messages: [`the app has no ${kind} shortcut ${callbackId}`] });
  }
  const acknowledged = await workspace.requests.interaction({
    type: message ? "message_action" : "shortcut",
    token: "workspace",
    action_ts: workspace.timestamp(),
    team: teamShape(),
    user: userShape(userId),
    api_app_id: APP_ID,
    is_enterprise_install: false,
    enterprise: null,
    callback_id: callbackId,
    trigger_id: workspace.triggers.issue({ userId }),
    ...(message ? await aboutMessage(workspace, userId, message) : {}),
  });
  if (!acknowledged.ok) tellTrouble(workspace, userId, HAD_TROUBLE);
}

async function aboutMessage(workspace: Workspace, userId: string, { channel, ts }: { channel: string; ts: string }) {
  const found = await workspace.messages.find(channel, ts);
  if (!found || found.onlyFor) throw new Refusal("message_not_found");
  return {
    channel: channelShape(channel),
    message_ts: ts,
    message: await messageShape(workspace, found),
    response_url: `${workspace.url}/response/${workspace.responseUrls.issue({ userId, channel, ts })}`,
  };
}
