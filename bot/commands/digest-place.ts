import type { WebClient } from "@slack/web-api";
import { CrmError } from "../../core/errors/index.js";
import { type DigestPlace, findSegment, type Pace, subscribe, unsubscribe } from "../../core/segments/index.js";
import { type Asked, placeOf } from "../asked.js";
import { messageText } from "../blocks/text.js";
import type { Bot } from "../bot.js";

/** Who asks and where, in Slack's words. */
export interface From {
  user_id: string;
  channel_id: string;
}

/** Slack's ids of conversations of two begin so: a digest there is the person's own. */
const DIRECT = /^D/;

/** Where a digest goes: to the person alone, or to everybody in the channel. */
export function digestPlaceOf({ user_id, channel_id }: From, here: boolean): DigestPlace {
  const isShared = here && !DIRECT.test(channel_id);
  return { place: placeOf(isShared ? channel_id : user_id), isShared };
}

/** The places whose digests somebody sees from where they are. */
export const placesOf = ({ user_id, channel_id }: From): string[] => [placeOf(user_id), placeOf(channel_id)];

interface Starting {
  bot: Bot;
  asked: Asked;
  client: WebClient;
}

/** Starts a digest; a channel is told so, which also shows that the bot may write there. Answers what to say. */
export async function startDigest(
  { bot, asked, client }: Starting,
  { name, ...wanted }: DigestPlace & { name: string; pace: Pace },
): Promise<string> {
  const { actor } = asked;
  const { nextAt, place } = await subscribe(bot.db, name, wanted, { actor, now: bot.now() });
  const segment = await findSegment(bot.db, name);
  const first = `${nextAt.toLocaleDateString("en-US", { weekday: "long", month: "long", day: "numeric", timeZone: asked.brand.zone })}`;
  const what = `a ${wanted.pace} digest of who enters and leaves "${segment.name}", the first on ${first}`;
  if (!wanted.isShared) return `You get ${what}. What you do yourself is left out.`;
  try {
    const channel = place.slice(placeOf("").length);
    await client.chat.postMessage({ channel, text: messageText(`${actor.name} has this channel get ${what}.`) });
  } catch (cause) {
    await unsubscribe(bot.db, name, place, asked);
    throw new CrmError("refused", `cannot write to ${place}`, {
      say: "Roster cannot write to this channel. Invite it first: /invite @Roster",
      cause,
    });
  }
  return `This channel gets ${what}.`;
}
