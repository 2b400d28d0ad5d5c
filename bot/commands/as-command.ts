import type { BlockAction, SlackActionMiddlewareArgs, SlackCommandMiddlewareArgs, SlashCommand } from "@slack/bolt";
import { CrmError } from "../../core/errors/index.js";
import type { Heard } from "../listen.js";

/** The word that all of Roster's commands begin with. */
const COMMAND = "/creator";

/** A button's press as if the person had typed a command where the button stands. */
export function asCommand(
  heard: Heard<SlackActionMiddlewareArgs<BlockAction>>,
  text: string,
): Heard<SlackCommandMiddlewareArgs> {
  const { body, say, respond, client, context, logger, next, bot, asked } = heard;
  if (say === undefined || body.channel === undefined) {
    throw new CrmError("wrong-input", "a command from a view", { say: `Type it in a channel: ${COMMAND} ${text}` });
  }
  const command: SlashCommand = {
    token: body.token,
    command: COMMAND,
    text,
    response_url: body.response_url,
    trigger_id: body.trigger_id,
    user_id: body.user.id,
    user_name: body.user.username,
    team_id: body.team?.id ?? "",
    team_domain: body.team?.domain ?? "",
    channel_id: body.channel.id,
    channel_name: body.channel.name ?? "",
    api_app_id: body.api_app_id,
  };
  const ack = async () => {}; // it is acknowledged already
  const slack = { client, context, logger, next, respond, say, ack };
  return { ...slack, bot, asked, command, payload: command, body: command };
}
