import type { WebClient } from "@slack/web-api";
import { type Actor, actorOf } from "../core/access/index.js";
import { type Brand, brandOfPlace, findBrand } from "../core/brands/index.js";
import type { Bot } from "./bot.js";

/** Who asks, from where, and which brand is meant there. */
export interface Asked {
  actor: Actor;
  /** The channel or DM; nothing where Slack says none, as in App Home. */
  channel?: string;
  /** The brand of the channel, else the default one. */
  brand: Brand;
}

/** Reads a request's person and place. Somebody whom Roster does not know yet is looked up in Slack, once. */
export async function askedBy(
  { db, now }: Bot,
  client: WebClient,
  { userId, channel }: { userId: string; channel?: string },
): Promise<Asked> {
  const standing = async () => {
    const { user } = await client.users.info({ user: userId });
    const isGuest = user?.is_bot || user?.is_restricted || user?.is_ultra_restricted || user?.is_stranger;
    return {
      name: user?.profile?.display_name || user?.real_name || user?.name || userId,
      standing: user?.is_admin || user?.is_owner ? "admin" : isGuest ? "guest" : "member",
    } as const;
  };
  const actor = await actorOf(db, { id: userId, via: "slack", standing }, now());
  const bound = channel ? await brandOfPlace(db, placeOf(channel)) : undefined;
  return { actor, channel, brand: bound ?? (await findBrand(db)) };
}

/** What core calls a channel. */
export const placeOf = (channel: string): string => `slack:${channel}`;
