import type { RespondFn } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { refusal } from "./blocks/refusal.js";

/** Slack answers at the root of the channel, out of sight of whoever pressed a button in a thread, unless it is told. */
export const inThread = (respond: RespondFn, thread: unknown): RespondFn =>
  typeof thread !== "string"
    ? respond
    : (message) => respond({ ...(typeof message === "string" ? { text: message } : message), thread_ts: thread });

/** Answers the person alone: where they are; in a view, which has no such place, or where Slack takes no more, by DM. */
export async function tellPerson(
  { respond, client }: { client: WebClient; respond?: RespondFn },
  { userId, channel }: { userId: string; channel?: string },
  say: string,
): Promise<void> {
  const message = refusal(say);
  const inDm = () => client.chat.postMessage({ channel: userId, ...message });
  if (!channel || !respond) await inDm();
  else await respond({ response_type: "ephemeral", replace_original: false, ...message }).catch(inDm);
}
