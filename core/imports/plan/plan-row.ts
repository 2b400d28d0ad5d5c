import type { Claim } from "../../claims/claim.js";
import { FORGOTTEN, type NamedBy } from "../../creators/forgotten.js";
import { present } from "../../creators/present.js";
import { normalizeHandle, videoIdOf } from "../../normalize/index.js";
import { handleKey, userKey } from "../../sightings/sighting.js";
import { VIDEO_FIGURES, type VideoFigure, type VideoRow } from "../../videos/video.js";
import { type ColumnField, rowsOf } from "../sources/index.js";
import type { RowKind } from "../sources/source.js";
import { own } from "./own.js";
import { newsOf } from "./own-words.js";
import type { PlanContext } from "./plan-context.js";
import { addClaim, type PlannedChunk } from "./planned-chunk.js";
import type { Problem, RowReading, RowValues } from "./read-row.js";
import { addFigures, sightCreator } from "./sight-creator.js";

/** Why a row gives nothing; or what of it could not be read. */
export type RowOutcome = { rejected: string } | { problems: Problem[] };

const NOTHING: ReadonlySet<ColumnField> = new Set();

/**
 * Adds what one row says to a chunk. A row is rejected, and gives nothing, only when a handle or a key id that its
 * source needs is blank or unreadable; anything else that cannot be read is a problem of its value alone.
 *
 * @param own fields that are as Roster itself wrote them: they say nothing
 */
export function planRow(
  chunk: PlannedChunk,
  context: PlanContext,
  reading: RowReading,
  own: ReadonlySet<ColumnField> = NOTHING,
): RowOutcome {
  if (context.forgotten?.has(namedBy(reading.values))) return { rejected: FORGOTTEN };
  const news = newsOf(reading, own);
  if (news === undefined) return { problems: [] };
  const rejected = PLANNERS[rowsOf(context.source)](chunk, context, news);
  return rejected === undefined ? { problems: news.problems } : { rejected };
}

/** Whatever a row says of who it is about. */
function namedBy({ handle, videoLink, tiktokUserId, email, phone }: RowValues): NamedBy {
  const seen = handle ?? linkedHandle(videoLink);
  const keys = [...(seen === undefined ? [] : [handleKey(seen)]), ...(tiktokUserId ? [userKey(tiktokUserId)] : [])];
  return { keys, email: email?.value, phone: phone?.value };
}

/** Answers why the row is rejected, or nothing. */
type RowPlanner = (chunk: PlannedChunk, context: PlanContext, reading: RowReading) => string | undefined;

const PLANNERS: Record<RowKind, RowPlanner> = {
  creators: planCreatorRow,
  samples: planSampleRow,
  videos: planVideoRow,
  products: planProductRow,
};

function planCreatorRow(chunk: PlannedChunk, context: PlanContext, reading: RowReading): string | undefined {
  const { values } = reading;
  const { platform } = values;
  if (platform !== undefined && !/tik\s?tok/i.test(platform)) {
    return `the platform is ${platform}: expected a creator on TikTok`;
  }
  if (values.handle === undefined && values.tiktokUserId === undefined)
    return missing("handle", reading, "a TikTok username");
  addFigures(sightCreator(chunk, context, reading).sighting, reading);
  return undefined;
}

function planSampleRow(chunk: PlannedChunk, context: PlanContext, reading: RowReading): string | undefined {
  const { values, line } = reading;
  const { orderId, skuId, handle } = values;
  if (orderId === undefined) return missing("orderId", reading, "an order ID");
  if (skuId === undefined) return missing("skuId", reading, "a SKU ID");
  if (handle === undefined) return missing("handle", reading, "a TikTok username");

  const { address } = sightCreator(chunk, context, reading);
  const content = present({
    handle: own(handle),
    status: values.orderStatus,
    quantity: values.quantity,
    productId: values.productId,
    productName: values.productName,
    sellerSku: values.sellerSku,
    variation: values.variation,
    orderedAt: values.orderedAt,
    shippedAt: values.shippedAt,
    deliveredAt: values.deliveredAt,
    state: address?.state,
    country: address?.country,
  });
  addClaim(chunk, chunk.samples, own(`${orderId}:${skuId}`), claimOf(context, line, content));
  return undefined;
}

function planVideoRow(chunk: PlannedChunk, context: PlanContext, reading: RowReading): string | undefined {
  const { values, line } = reading;
  const videoId = values.videoId ?? linkedVideoId(values.videoLink);
  if (videoId === undefined) return missing("videoId", reading, "a video ID or a video link");
  values.handle ??= linkedHandle(values.videoLink);
  if (values.handle !== undefined) sightCreator(chunk, context, reading);

  const { brandId } = context.accepted;
  const content: VideoRow = present({
    handle: own(values.handle),
    title: values.videoTitle,
    url: values.videoLink,
    postedAt: values.postedAt,
    productId: own(values.productId),
    productName: values.productName,
    ...videoFigures(values),
  });
  addClaim(chunk, chunk.videos, own(`${brandId}:${videoId}`), claimOf(context, line, content));
  return undefined;
}

function planProductRow(chunk: PlannedChunk, context: PlanContext, reading: RowReading): string | undefined {
  const { values, line } = reading;
  const { productId } = values;
  if (productId === undefined) return missing("productId", reading, "a product ID");
  const { brandId } = context.accepted;
  const content = present({
    name: values.productName,
    category: values.category,
    skuId: values.skuId,
    gmvCents: values.gmv,
    items: values.items,
    orders: values.orders,
    gmvVideoCents: values.gmvVideo,
    gmvLiveCents: values.gmvLive,
    gmvCardCents: values.gmvCard,
    gmvShopTabCents: values.gmvShopTab,
  });
  addClaim(chunk, chunk.products, `${brandId}:${productId}`, claimOf(context, line, content));
  return undefined;
}

function claimOf<C extends object>({ seq, accepted }: PlanContext, line: number, content: C): Claim<C> {
  const { brandId, asOf } = accepted;
  return { brandId, content, seen: [{ seq, line, asOf }] };
}

function missing(field: ColumnField, { problems }: RowReading, expected: string): string {
  return problems.find((problem) => problem.field === field)?.reason ?? `expected ${expected}, got a blank cell`;
}

function videoFigures(values: RowValues): Partial<Record<VideoFigure, number>> {
  const { gmv, items, orders, impressions, likes, comments, shares, ctr, commission } = values;
  const figures = {
    gmvCents: gmv,
    itemsSold: items,
    orders,
    impressions,
    likes,
    comments,
    shares,
    ctr,
    commissionCents: commission,
  };
  return Object.fromEntries(
    VIDEO_FIGURES.flatMap((name) => (figures[name] === undefined ? [] : [[name, figures[name]]])),
  );
}

function linkedVideoId(link: string | undefined): string | undefined {
  const id = link === undefined ? undefined : videoIdOf(link);
  return typeof id === "string" ? id : undefined;
}

function linkedHandle(link: string | undefined): string | undefined {
  const handle = link === undefined ? undefined : normalizeHandle(link);
  return typeof handle === "string" ? handle : undefined;
}
