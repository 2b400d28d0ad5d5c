import type { RespondFn } from "@slack/bolt";
import { can } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { CrmError } from "../../core/errors/index.js";
import { listRecords } from "../../core/lists/index.js";
import { listSubscriptions, mayChangeSegment, type Segment, segmentQueries } from "../../core/segments/index.js";
import type { Asked } from "../asked.js";
import { section } from "../blocks/parts.js";
import { type ShownSegment, segmentCard } from "../blocks/segment-card.js";
import { messageText } from "../blocks/text.js";
import type { Bot } from "../bot.js";

interface Asking {
  bot: Bot;
  asked: Asked;
}

/** Answers with a segment's card. @param places those whose digests of it the person sees; @param said stands above */
export async function showSegment(
  asking: Asking,
  segment: Segment,
  respond: RespondFn,
  places: readonly string[],
  said?: string,
): Promise<void> {
  const card = segmentCard(await readSegmentCard(asking, segment, places));
  const blocks = said === undefined ? card : [section(said), ...card];
  await respond({ response_type: "ephemeral", text: messageText(said ?? segment.name), blocks });
}

/** What a segment's card shows, to this person. */
export async function readSegmentCard(
  { bot, asked }: Asking,
  segment: Segment,
  places: readonly string[],
): Promise<ShownSegment> {
  const { db } = bot;
  const { actor } = asked;
  if (!can(actor, "see", segment.brandId)) {
    throw new CrmError("forbidden", `${actor.id} may not see ${segment._id}`, {
      say: `"${segment.name}" is of a brand whose creators you may not see. An admin can let you.`,
    });
  }
  const [brands, subscriptions, members] = await Promise.all([
    allBrands(db),
    listSubscriptions(db, places, { actor }),
    countMembers({ bot, asked }, segment),
  ]);
  return {
    segment,
    brand: brands.get(segment.brandId)?.name ?? segment.brandId,
    ...(members ? { members } : {}),
    subscriptions: subscriptions.filter(({ segment: id }) => id === segment._id),
    mayChange: mayChangeSegment(actor, segment),
  };
}

/** Nothing where the person may not ask what the segment asks, or nobody can any more. */
async function countMembers(
  { bot: { db, now }, asked: { actor } }: Asking,
  { list, query, brandId }: Segment,
): Promise<ShownSegment["members"]> {
  const [brands, segments] = await Promise.all([allBrands(db), segmentQueries(db)]);
  const zone = brands.get(brandId)?.zone ?? "UTC";
  try {
    const asking = { list, query, brandId, zone, now: now(), actor, segments, limit: 1 };
    const { total, more } = await listRecords(db, asking);
    return { count: total, more: more === true };
  } catch (error) {
    if (error instanceof CrmError) return undefined;
    throw error;
  }
}
