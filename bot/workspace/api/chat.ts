import type { KnownBlock } from "@slack/types";
import { z } from "zod";
import { checkMessage } from "../limits/index.js";
import { Refusal, refuseIf } from "../refusal.js";
import { messageShape } from "../requests/shapes.js";
import { BOT, isPerson, membersOf } from "../team.js";
import type { PageMessage } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { channelOf, json, type Method, method } from "./method.js";
import { readBlocks, reword, say } from "./say.js";

const message = z.looseObject({
  channel: z.string(),
  text: z.string().optional(),
  blocks: json.optional(),
  thread_ts: z.string().optional(),
});

const place = z.looseObject({ channel: z.string(), ts: z.string() });

const postMessage = method(message, async (workspace, asked) => {
  const channel = channelOf(asked.channel).id;
  workspace.countCall("chat.postMessage", channel);
  const { text, blocks, thread_ts: threadTs } = asked;
  const said = await say(workspace, { channel, text, blocks, threadTs });
  return { channel, ts: said.ts, message: await messageShape(workspace, said) };
});

const postEphemeral = method(message.extend({ user: z.string() }), async (workspace, asked) => {
  const channel = channelOf(asked.channel);
  workspace.countCall("chat.postEphemeral", channel.id);
  const { text, blocks, thread_ts: threadTs, user: onlyFor } = asked;
  if (!isPerson(onlyFor) || !membersOf(channel).includes(onlyFor)) throw new Refusal("user_not_in_channel");
  const said = await say(workspace, { channel: channel.id, text, blocks, threadTs, onlyFor });
  return { message_ts: said.ts };
});

const update = method(message.extend({ ts: z.string() }), async (workspace, asked) => {
  workspace.countCall("chat.update", asked.channel);
  const found = await findMessage(workspace, asked);
  const { text, blocks } = asked;
  const changed = await reword(workspace, found, { text, blocks });
  const { channel, ts } = changed;
  return { channel, ts, text: changed.text, message: await messageShape(workspace, changed) };
});

const remove = method(place, async (workspace, asked) => {
  const found = await findMessage(workspace, asked);
  if (found.user !== BOT.id) throw new Refusal("cant_delete_message");
  await workspace.messages.remove(found);
  return { channel: found.channel, ts: found.ts };
});

const getPermalink = method(
  z.looseObject({ channel: z.string(), message_ts: z.string() }),
  async (workspace, { channel, message_ts: ts }) => {
    await findMessage(workspace, { channel, ts });
    return { channel, permalink: `${workspace.url}#${channel}/${ts}` };
  },
);

const unfurl = method(
  place.extend({ unfurls: json.pipe(z.record(z.string(), z.looseObject({ blocks: z.unknown() }))) }),
  async (workspace, asked) => {
    const found = await findMessage(workspace, asked, "cannot_find_message");
    const unfurls = Object.entries(asked.unfurls).map(([link, { blocks }]) => [link, readUnfurl(found, link, blocks)]);
    await workspace.messages.put({ ...found, unfurls: { ...found.unfurls, ...Object.fromEntries(unfurls) } });
    return {};
  },
);

function readUnfurl(found: PageMessage, link: string, blocks: unknown): { blocks: KnownBlock[] } {
  if (!found.text.includes(link))
    throw new Refusal("cannot_unfurl_url", { messages: [`${link} is not in the message`] });
  refuseIf(checkMessage({ blocks }));
  return { blocks: readBlocks(undefined, blocks) ?? [] };
}

/** A message that everybody may see: what only one person sees is not there for the Web API. */
async function findMessage(
  { messages }: Workspace,
  { channel, ts }: { channel: string; ts: string },
  error = "message_not_found",
): Promise<PageMessage> {
  const found = await messages.find(channelOf(channel).id, ts);
  if (!found || found.onlyFor) throw new Refusal(error);
  return found;
}

export const chat: Record<string, Method> = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": update,
  "chat.delete": remove,
  "chat.getPermalink": getPermalink,
  "chat.unfurl": unfurl,
};
