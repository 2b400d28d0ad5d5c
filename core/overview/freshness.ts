import { DateTime } from "luxon";
import type { Connection } from "mongoose";
import type { Brand } from "../brands/brand.js";
import { importModel } from "../imports/import-model.js";
import type { SourceName } from "../imports/sources/index.js";
import { collectionOf } from "../mongo/model-of.js";

/** How old what a source says may be: fresh under 3 days, ageing under 7, stale from then on. */
export type Freshness = "fresh" | "ageing" | "stale";
const AGEING_FROM = 3;
const STALE_FROM = 7;

/** How fresh what a source told about a brand is. */
export interface SourceFreshness {
  brandId: string;
  source: SourceName;
  /** The last day that its figures are of, `yyyy-mm-dd`. */
  asOf: string;
  /** Days from then to now, in the brand's zone. */
  days: number;
  freshness: Freshness;
}

const freshnessOf = (days: number): Freshness =>
  days < AGEING_FROM ? "fresh" : days < STALE_FROM ? "ageing" : "stale";

/** Of each brand and each source that was ever taken in: how old the newest is that still counts. */
export async function readFreshness(
  db: Connection,
  brands: ReadonlyMap<string, Brand>,
  now: Date,
): Promise<SourceFreshness[]> {
  const newest = await collectionOf(importModel(db))
    .aggregate<{ _id: { brandId: string; source: SourceName }; asOf: string | null }>([
      { $match: { status: "done", brandId: { $in: [...brands.keys()] }, source: { $exists: true } } },
      { $group: { _id: { brandId: "$brandId", source: "$source" }, asOf: { $max: "$accepted.asOf" } } },
      { $sort: { "_id.brandId": 1, "_id.source": 1 } },
    ])
    .toArray();
  return newest.flatMap(({ _id, asOf }) => {
    if (asOf === null) return [];
    const days = daysSince(asOf, brands.get(_id.brandId)?.zone ?? "UTC", now);
    return [{ ..._id, asOf, days, freshness: freshnessOf(days) }];
  });
}

/** A day to come counts as today. */
function daysSince(day: string, zone: string, now: Date): number {
  const today = DateTime.fromJSDate(now, { zone }).startOf("day");
  return Math.max(0, Math.round(today.diff(DateTime.fromISO(day, { zone }), "days").days));
}
