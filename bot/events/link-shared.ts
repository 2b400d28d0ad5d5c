import type { LinkSharedEvent } from "@slack/types";
import { asViewer, can } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { listRecords } from "../../core/lists/index.js";
import { readPasted } from "../../core/lookup/index.js";
import type { Asked } from "../asked.js";
import { creatorUnfurl, videoUnfurl } from "../blocks/unfurl.js";
import type { Bot } from "../bot.js";
import { scopeOf } from "../creator-ref.js";
import type { EventListener } from "../listen.js";

/** A message with more links is about something else than one creator: it stays as it is. */
const MOST_LINKS = 2;
const VIDEO_ID = /\/video\/(\d{6,30})/;

/** Shows below TikTok links what Roster knows, to everybody who reads along: never contacts. */
export const linkShared: EventListener<"link_shared"> = async ({ bot, asked, client, event }) => {
  const urls = [...new Set(event.links.map(({ url }) => url))];
  if (urls.length > MOST_LINKS || !can(asked.actor, "see", asked.brand._id)) return;
  // While a link is being typed Slack does not say in which channel: of several brands none is meant yet.
  if (event.source === "composer" && (await allBrands(bot.db)).size > 1) return;
  const known = await Promise.all(urls.map(async (url) => [url, await unfurlOf(bot, asked, url)] as const));
  const unfurls = Object.fromEntries(known.flatMap(([url, blocks]) => (blocks ? [[url, { blocks }]] : [])));
  if (Object.keys(unfurls).length === 0) return;
  // Nobody asked for it: where Slack does not take it, the link stays a link.
  await client.chat
    .unfurl({ ...placeIn(event), unfurls })
    .catch((err: unknown) => bot.log.warn({ err }, "a link was not unfurled"));
};

/** Links that are still being typed have no message yet. */
function placeIn({ unfurl_id, source, channel, message_ts }: LinkSharedEvent) {
  return source === "composer" && unfurl_id ? { unfurl_id, source: "composer" as const } : { channel, ts: message_ts };
}

async function unfurlOf({ db, now }: Bot, asked: Asked, url: string) {
  const { brand } = asked;
  const scope = scopeOf({ brand, actor: asViewer(asked.actor) });
  const videoId = VIDEO_ID.exec(url)?.[1];
  if (videoId !== undefined) {
    const asking = { ...scope, zone: brand.zone, now: now(), limit: 1 };
    const { rows } = await listRecords(db, { list: "videos", query: `video:${videoId}`, ...asking });
    if (rows[0]) return videoUnfurl(rows[0], brand);
  }
  const { found, former } = await readPasted(db, url, scope);
  const creator = found[0] ?? former[0]?.creator;
  return creator && creatorUnfurl(creator, brand);
}
