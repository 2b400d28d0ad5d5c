import { z } from "zod";
import { Refusal } from "../refusal.js";
import { BOT, TEAM, USERS, userNameOf } from "../team.js";
import type { PageUser } from "../wire.js";
import { channelOf, type Method, method } from "./method.js";

const anything = z.looseObject({});

function userShape({ id, name, isAdmin, isBot }: PageUser) {
  return {
    id,
    team_id: TEAM.id,
    name: userNameOf(id),
    real_name: name,
    deleted: false,
    tz: "Etc/UTC",
    tz_offset: 0,
    profile: { real_name: name, display_name: name, email: `${userNameOf(id)}@example.com` },
    is_admin: isAdmin,
    is_owner: isAdmin,
    is_primary_owner: isAdmin,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: isBot,
    is_app_user: false,
  };
}

const authTest = method(anything, ({ url }) => ({
  url: `${url}/`,
  team: TEAM.name,
  team_id: TEAM.id,
  user: userNameOf(BOT.id),
  user_id: BOT.id,
  bot_id: BOT.botId,
  is_enterprise_install: false,
}));

const userInfo = method(z.looseObject({ user: z.string() }), (_workspace, { user }) => {
  const found = USERS.find(({ id }) => id === user);
  if (!found) throw new Refusal("user_not_found");
  return { user: userShape(found) };
});

const react = method(
  z.looseObject({ channel: z.string(), name: z.string().min(1), timestamp: z.string() }),
  async ({ messages }, { channel, timestamp }) => {
    if (!(await messages.find(channelOf(channel).id, timestamp))) throw new Refusal("message_not_found");
    return {};
  },
);

export const team: Record<string, Method> = {
  "auth.test": authTest,
  "team.info": method(anything, () => ({ team: { id: TEAM.id, name: TEAM.name, domain: TEAM.domain } })),
  "users.info": userInfo,
  "users.list": method(anything, () => ({ members: USERS.map(userShape), response_metadata: { next_cursor: "" } })),
  "reactions.add": react,
};
