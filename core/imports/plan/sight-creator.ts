import type { Address } from "../../creators/creator.js";
import { addressQuality, EMAIL_QUALITY, nameQuality, PHONE_QUALITY } from "../../creators/quality.js";
import { Unreadable } from "../../normalize/index.js";
import { type CreatorKey, handleKey, type Sighting, userKey } from "../../sightings/sighting.js";
import type { Figure } from "../../snapshots/snapshot.js";
import type { ColumnField } from "../sources/index.js";
import { own } from "./own.js";
import type { PlanContext } from "./plan-context.js";
import { addFigure, addValue, type PlannedChunk, sightingOf } from "./planned-chunk.js";
import type { RowReading, RowValues } from "./read-row.js";

/** Adds what a row says of the creator's own fields: e-mail, phone, name, address. */
export function sightCreator(
  chunk: PlannedChunk,
  context: PlanContext,
  reading: RowReading,
): { sighting: Sighting; address?: Address } {
  const { values, line } = reading;
  const { key, binding } = keyOf(values);
  const sighting = sightingOf(chunk, key, line, context);
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

/** Adds the figures that a row states of its creator. */
export function addFigures(sighting: Sighting, { values, line }: RowReading): void {
  for (const [field, figure] of FIGURE_COLUMNS) {
    const value = values[field];
    if (typeof value === "number") addFigure(sighting, figure, value, line);
  }
  if (values.badge !== undefined && (sighting.badge === undefined || line >= sighting.badge.line)) {
    sighting.badge = { value: values.badge, line };
  }
}
