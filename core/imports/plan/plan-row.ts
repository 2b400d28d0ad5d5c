import type { Claim } from "../../claims/claim.js";
import type { Address } from "../../creators/creator.js";
import { FORGOTTEN, type Forgotten, type NamedBy } from "../../creators/forgotten.js";
import { present } from "../../creators/present.js";
import { addressQuality, EMAIL_QUALITY, nameQuality, PHONE_QUALITY } from "../../creators/quality.js";
import { normalizeHandle, Unreadable, videoIdOf } from "../../normalize/index.js";
import { type CreatorKey, handleKey, type Sighting, userKey } from "../../sightings/sighting.js";
import type { Figure } from "../../snapshots/snapshot.js";
import { VIDEO_FIGURES, type VideoFigure, type VideoRow } from "../../videos/video.js";
import type { Accepted } from "../import.js";
import { type ColumnField, rowsOf, type SourceName } from "../sources/index.js";
import type { RowKind } from "../sources/source.js";
import type { ContactReader } from "./contact-reader.js";
import { own } from "./own.js";
import { newsOf } from "./own-words.js";
import { addClaim, addFigure, addValue, type PlannedWindow, sightingOf } from "./planned-window.js";
import type { Problem, RowReading, RowValues } from "./read-row.js";

/** What a row is planned with. */
export interface PlanContext {
  seq: number;
  source: SourceName;
  accepted: Accepted;
  contact: ContactReader;
  forgotten?: Forgotten;
}

/** Why a row gives nothing; or what of it could not be read. */
export type RowOutcome = { rejected: string } | { problems: Problem[] };

const NOTHING: ReadonlySet<ColumnField> = new Set();

/**
 * Adds what one row says to a window. A row is rejected, and gives nothing, only when a handle or a key id that its
 * source needs is blank or unreadable; anything else that cannot be read is a problem of its value alone.
 *
 * @param own fields that are as Roster itself wrote them: they say nothing
 */
export function planRow(
  window: PlannedWindow,
  context: PlanContext,
  reading: RowReading,
  own: ReadonlySet<ColumnField> = NOTHING,
): RowOutcome {
  if (context.forgotten?.has(namedBy(reading.values))) return { rejected: FORGOTTEN };
  const news = newsOf(reading, own);
  if (news === undefined) return { problems: [] };
  const rejected = PLANNERS[rowsOf(context.source)](window, context, news);
  return rejected === undefined ? { problems: news.problems } : { rejected };
}

/** Whatever a row says of who it is about. */
function namedBy({ handle, videoLink, tiktokUserId, email, phone }: RowValues): NamedBy {
  const seen = handle ?? linkedHandle(videoLink);
  const keys = [...(seen === undefined ? [] : [handleKey(seen)]), ...(tiktokUserId ? [userKey(tiktokUserId)] : [])];
  return { keys, email: email?.value, phone: phone?.value };
}

/** Answers why the row is rejected, or nothing. */
type RowPlanner = (window: PlannedWindow, context: PlanContext, reading: RowReading) => string | undefined;

const PLANNERS: Record<RowKind, RowPlanner> = {
  creators: planCreatorRow,
  samples: planSampleRow,
  videos: planVideoRow,
  products: planProductRow,
};

function planCreatorRow(window: PlannedWindow, context: PlanContext, reading: RowReading): string | undefined {
  const { values } = reading;
  const { platform } = values;
  if (platform !== undefined && !/tik\s?tok/i.test(platform)) {
    return `the platform is ${platform}: expected a creator on TikTok`;
  }
  if (values.handle === undefined && values.tiktokUserId === undefined)
    return missing("handle", reading, "a TikTok username");
  addFigures(sightCreator(window, context, reading).sighting, reading);
  return undefined;
}

function planSampleRow(window: PlannedWindow, context: PlanContext, reading: RowReading): string | undefined {
  const { values, line } = reading;
  const { orderId, skuId, handle } = values;
  if (orderId === undefined) return missing("orderId", reading, "an order ID");
  if (skuId === undefined) return missing("skuId", reading, "a SKU ID");
  if (handle === undefined) return missing("handle", reading, "a TikTok username");

  const { address } = sightCreator(window, context, reading);
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
  addClaim(window, window.samples, own(`${orderId}:${skuId}`), claimOf(context, line, content));
  return undefined;
}

function planVideoRow(window: PlannedWindow, context: PlanContext, reading: RowReading): string | undefined {
  const { values, line } = reading;
  const videoId = values.videoId ?? linkedVideoId(values.videoLink);
  if (videoId === undefined) return missing("videoId", reading, "a video ID or a video link");
  values.handle ??= linkedHandle(values.videoLink);
  if (values.handle !== undefined) sightCreator(window, context, reading);

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
  addClaim(window, window.videos, own(`${brandId}:${videoId}`), claimOf(context, line, content));
  return undefined;
}

function planProductRow(window: PlannedWindow, context: PlanContext, reading: RowReading): string | undefined {
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
  addClaim(window, window.products, `${brandId}:${productId}`, claimOf(context, line, content));
  return undefined;
}

function claimOf<C extends object>({ seq, accepted }: PlanContext, line: number, content: C): Claim<C> {
  const { brandId, asOf } = accepted;
  return { brandId, content, seen: [{ seq, line, asOf }] };
}

function missing(field: ColumnField, { problems }: RowReading, expected: string): string {
  return problems.find((problem) => problem.field === field)?.reason ?? `expected ${expected}, got a blank cell`;
}

/** Adds what a row says of the creator's own fields: e-mail, phone, name, address. */
function sightCreator(
  window: PlannedWindow,
  context: PlanContext,
  reading: RowReading,
): { sighting: Sighting; address?: Address } {
  const { values, line } = reading;
  const { key, binding } = keyOf(values);
  const sighting = sightingOf(window, key, line, context);
  if (binding !== undefined && !sighting.bindings?.some(({ handle }) => handle === binding)) {
    sighting.bindings = [...(sighting.bindings ?? []), { handle: binding, line }];
  }
  const { email, phone } = values;
  if (email && email.quality !== "placeholder") {
    addValue(sighting, "email", { value: email.value, quality: EMAIL_QUALITY[email.quality], line });
  }
  if (phone)
    addValue(sighting, "phone", { value: phone.value, quality: PHONE_QUALITY[phone.masked ? "masked" : "full"], line });
  addName(sighting, context, reading);
  if (values.productsSampled !== undefined) sighting.productsSampled ??= values.productsSampled;
  return { sighting, address: addAddress(sighting, context, reading) };
}

/** A user id is the firmer name of the two; the handle beside it is a binding. */
function keyOf({ handle, tiktokUserId }: RowValues): { key: CreatorKey; binding?: string } {
  if (tiktokUserId !== undefined) return { key: own(userKey(tiktokUserId)), binding: own(handle) };
  return { key: own(handleKey(handle ?? "")) };
}

function addName(sighting: Sighting, { contact }: PlanContext, { values, line }: RowReading): void {
  const own = contact.ownName(values);
  if (own) addValue(sighting, "name", { value: own, quality: nameQuality(own, true), line });
  const split = contact.recipientName(values);
  if (split) addValue(sighting, "name", { value: split, quality: nameQuality(split, false), line });
}

function addAddress(sighting: Sighting, context: PlanContext, reading: RowReading): Address | undefined {
  const { values, problems, line } = reading;
  const address = context.contact.address(values);
  if (address instanceof Unreadable) {
    problems.push({ field: values.fullAddress === undefined ? "line1" : "fullAddress", reason: address.reason });
    return undefined;
  }
  const quality = address && addressQuality(address, context.accepted.country);
  if (address && quality !== undefined) addValue(sighting, "address", { value: address, quality, line });
  return address;
}

/** Which figure of a sighting each column fills. */
const FIGURE_OF: Partial<Record<ColumnField, Figure>> = {
  followers: "followers",
  gmv: "gmvCents",
  emv: "emvCents",
  commission: "commissionCents",
  refunds: "refundsCents",
  items: "items",
  orders: "orders",
  videoCount: "videoCount",
  liveCount: "liveCount",
  postCount: "postCount",
  samplesShipped: "samplesShipped",
  impressions: "impressions",
  likes: "likes",
  comments: "comments",
  shares: "shares",
  engagement: "engagement",
};
const FIGURE_COLUMNS = Object.entries(FIGURE_OF) as [ColumnField, Figure][];

function addFigures(sighting: Sighting, { values, line }: RowReading): void {
  for (const [field, figure] of FIGURE_COLUMNS) {
    const value = values[field];
    if (typeof value === "number") addFigure(sighting, figure, value, line);
  }
  if (values.badge !== undefined && (sighting.badge === undefined || line >= sighting.badge.line)) {
    sighting.badge = { value: values.badge, line };
  }
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
