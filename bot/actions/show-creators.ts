import type { BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import { allBrands } from "../../core/brands/index.js";
import { type CreatorRow, listRecords } from "../../core/lists/index.js";
import { segmentQueries } from "../../core/segments/index.js";
import type { Asked } from "../asked.js";
import { creatorRows, type RowsOf } from "../blocks/creator-rows.js";
import { header, section, small } from "../blocks/parts.js";
import { messageText } from "../blocks/text.js";
import type { Bot } from "../bot.js";
import type { Heard } from "../listen.js";
import { answerPress } from "./answer-press.js";

/** Creators shown in a modal at once: enough to begin with; all of them are in `find`. */
const SHOWN = 25;

export interface CreatorsWanted {
  title: string;
  query: string;
  brandId: string;
  press?: RowsOf["press"];
  /** What stands below the list. */
  below?: readonly KnownBlock[];
}

/** Shows whom a query finds where there is no channel to write into. */
export async function showCreators(
  heard: Heard<SlackActionMiddlewareArgs<BlockAction>>,
  { title, query, brandId, press, below = [] }: CreatorsWanted,
): Promise<void> {
  const { rows, total, currency } = await findCreators(heard, query, brandId);
  const left = total - rows.length;
  const blocks = [
    header(`${title}: ${total.toLocaleString("en-US")}`),
    ...(rows.length === 0
      ? [section("Nobody.")]
      : creatorRows(rows, { brandId, currency, ...(press ? { press } : {}) })),
    ...(left > 0 ? [small(`The first ${rows.length}. All of them, in a channel: /creator find ${query}`)] : []),
    ...below,
  ];
  await answerPress(heard, { title, text: messageText(title), blocks, inPlace: true });
}

/** The first of those whom a query finds. */
export async function findCreators(
  { bot: { db, now }, asked: { actor } }: { bot: Bot; asked: Asked },
  query: string,
  brandId: string,
): Promise<{ rows: CreatorRow[]; total: number; currency?: string }> {
  const [brands, segments] = await Promise.all([allBrands(db), segmentQueries(db)]);
  const brand = brands.get(brandId);
  const asking = { query, brandId, zone: brand?.zone ?? "UTC", now: now(), actor, segments, limit: SHOWN };
  const { rows, total } = await listRecords(db, { list: "creators", ...asking });
  return { rows, total, ...(brand ? { currency: brand.currency } : {}) };
}
