import type { RespondFn } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Asked } from "./asked.js";
import type { Bot } from "./bot.js";
import { type SlackMessage, sendWithFallback } from "./send-with-fallback.js";

/** What it takes to answer somebody: a command and a button of a message have it. */
export interface Answering {
  bot: Bot;
  asked: Asked;
  client: WebClient;
  respond: RespondFn;
}

/** Answers the person alone. `replace` puts the answer in place of the message whose button was pressed. */
export async function answer(
  { respond }: Pick<Answering, "respond">,
  message: SlackMessage,
  { replace = false }: { replace?: boolean } = {},
): Promise<void> {
  await sendWithFallback(
    (sent) => respond({ response_type: "ephemeral", replace_original: replace, unfurl_links: false, ...sent }),
    message,
  );
}

/** Says it to everybody in the channel, also where the bot is not a member. */
export async function share({ respond }: Pick<Answering, "respond">, message: SlackMessage): Promise<void> {
  await sendWithFallback(
    (sent) => respond({ response_type: "in_channel", replace_original: false, unfurl_links: false, ...sent }),
    message,
  );
}
