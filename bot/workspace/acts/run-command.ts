import { respond } from "../api/respond.js";
import { readManifest } from "../manifest.js";
import { Refusal } from "../refusal.js";
import { channelShape } from "../requests/shapes.js";
import { APP_ID, TEAM, userNameOf } from "../team.js";
import type { PostCommand } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { tellTrouble } from "./trouble.js";

/** Somebody types a slash command. */
export async function runCommand(
  workspace: Workspace,
  { as: userId, channel, text: typed }: PostCommand,
): Promise<void> {
  const [, command = "", text = ""] = /^(\/\S+)\s*([\s\S]*)$/.exec(typed.trim()) ?? [];
  const { slash_commands: known } = (await readManifest()).features;
  if (!known.some((one) => one.command === command)) {
    return tellTrouble(workspace, userId, `${command || typed} is not a valid command.`);
  }
  const acknowledged = await workspace.requests.form(formOf(workspace, { userId, channel, command, text }));
  if (!acknowledged.ok) {
    const error = acknowledged.reason === "http_timeout" ? "operation_timeout" : "dispatch_failed";
    return tellTrouble(workspace, userId, `${command} failed with the error "${error}"`);
  }
  await showAnswer(workspace, { userId, channel }, acknowledged.body);
}

function formOf(
  { responseUrls, triggers, url }: Workspace,
  { userId, channel, command, text }: { userId: string; channel: string; command: string; text: string },
): Record<string, string> {
  return {
    token: "workspace",
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel,
    channel_name: channelShape(channel).name,
    user_id: userId,
    user_name: userNameOf(userId),
    command,
    text,
    api_app_id: APP_ID,
    is_enterprise_install: "false",
    response_url: `${url}/response/${responseUrls.issue({ userId, channel })}`,
    trigger_id: triggers.issue({ userId }),
  };
}

/** What came with the acknowledgement is an answer: a text, or JSON as for a `response_url`. */
async function showAnswer(
  workspace: Workspace,
  about: { userId: string; channel: string },
  body: string,
): Promise<void> {
  if (body.trim() === "") return;
  try {
    await respond(workspace, about, body.startsWith("{") ? JSON.parse(body) : { text: body });
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof SyntaxError)) throw error;
    tellTrouble(workspace, about.userId, `The command's answer cannot be shown: ${error.message}`);
  }
}
