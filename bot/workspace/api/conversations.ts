import { z } from "zod";
import { Refusal } from "../refusal.js";
import { messageShape } from "../requests/shapes.js";
import { ADA, BOT, channelsOf, findChannel, isPerson, membersOf, VIC } from "../team.js";
import type { PageChannel, PageMessage } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { channelOf, type Method, method, number } from "./method.js";

const one = z.looseObject({ channel: z.string() });

const stretch = one.extend({
  limit: number.int().min(1).max(999).default(100),
  oldest: z.coerce.number().optional(),
  latest: z.coerce.number().optional(),
});

function shape(channel: PageChannel) {
  const isDm = channel.kind === "dm";
  const members = membersOf(channel);
  return {
    id: channel.id,
    created: 0,
    is_archived: false,
    is_im: isDm,
    is_mpim: false,
    is_group: false,
    is_channel: !isDm,
    is_private: isDm,
    ...(isDm ? { user: members[0] } : { name: channel.name, name_normalized: channel.name, is_member: true }),
    num_members: members.length + 1,
  };
}

const everyChannel = () => [
  ...new Map([...channelsOf(ADA), ...channelsOf(VIC)].map((channel) => [channel.id, channel])).values(),
];

const within = ({ oldest = 0, latest = Number.POSITIVE_INFINITY }: z.infer<typeof stretch>) => {
  return ({ ts }: PageMessage) => Number(ts) > oldest && Number(ts) < latest;
};

async function page(workspace: Workspace, messages: PageMessage[], limit: number) {
  const shown = await Promise.all(messages.slice(0, limit).map((message) => messageShape(workspace, message)));
  return { messages: shown, has_more: messages.length > limit, response_metadata: { next_cursor: "" } };
}

const history = method(stretch, async (workspace, asked) => {
  const all = await workspace.messages.inChannel(channelOf(asked.channel).id);
  const fitting = all.filter(({ threadTs }) => !threadTs).filter(within(asked));
  return page(workspace, fitting.reverse(), asked.limit);
});

const replies = method(stretch.extend({ ts: z.string() }), async (workspace, asked) => {
  const all = await workspace.messages.inChannel(channelOf(asked.channel).id);
  if (!all.some(({ ts }) => ts === asked.ts)) throw new Refusal("thread_not_found");
  const thread = all.filter(({ ts, threadTs }) => ts === asked.ts || threadTs === asked.ts);
  return page(workspace, thread.filter(within(asked)), asked.limit);
});

const open = method(
  z.looseObject({ users: z.string().optional(), channel: z.string().optional() }),
  (_workspace, { users, channel }) => {
    if (users && !isPerson(users)) throw new Refusal("user_not_found");
    const found = findChannel(users ?? channel ?? "");
    if (!found) throw new Refusal("channel_not_found");
    return { channel: { id: found.id } };
  },
);

export const conversations: Record<string, Method> = {
  "conversations.info": method(one, (_workspace, { channel }) => ({ channel: shape(channelOf(channel)) })),
  "conversations.join": method(one, (_workspace, { channel }) => ({ channel: shape(channelOf(channel)) })),
  "conversations.list": method(
    z.looseObject({ types: z.string().default("public_channel") }),
    (_workspace, { types }) => {
      const kinds = types.split(",").map((type) => (type.trim() === "im" ? "dm" : "channel"));
      const channels = everyChannel().filter(({ kind }) => kinds.includes(kind));
      return { channels: channels.map(shape), response_metadata: { next_cursor: "" } };
    },
  ),
  "conversations.members": method(one, (_workspace, { channel }) => ({
    members: [...membersOf(channelOf(channel)), BOT.id],
    response_metadata: { next_cursor: "" },
  })),
  "conversations.open": open,
  "conversations.history": history,
  "conversations.replies": replies,
};
