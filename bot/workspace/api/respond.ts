import { z } from "zod";
import { Refusal } from "../refusal.js";
import type { Answerable } from "../state/response-urls.js";
import type { PageMessage } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { reword, say } from "./say.js";

/** What may be sent to a `response_url`, or with the acknowledgement of a command. */
const answer = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(["ephemeral", "in_channel"]).default("ephemeral"),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

/** Does what an answer says: says something new, or replaces or deletes the message that was acted on. */
export async function respond(workspace: Workspace, about: Answerable, sent: unknown): Promise<void> {
  const read = answer.safeParse(sent);
  if (!read.success) throw new Refusal("invalid_payload", { messages: [z.prettifyError(read.error)] });
  const { text, blocks, response_type, replace_original, delete_original, thread_ts: threadTs } = read.data;
  const original = await originalOf(workspace, about);

  if (delete_original && original) return workspace.messages.remove(original);
  if (replace_original && original) {
    await reword(workspace, original, { text, blocks });
    return;
  }
  const onlyFor = response_type === "ephemeral" ? about.userId : undefined;
  await say(workspace, { channel: about.channel, text, blocks, threadTs, onlyFor });
}

async function originalOf({ messages }: Workspace, { channel, ts }: Answerable): Promise<PageMessage | undefined> {
  return ts ? messages.find(channel, ts) : undefined;
}
