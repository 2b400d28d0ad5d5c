import type { Connection } from "mongoose";
import type { Brand } from "../brands/brand.js";
import type { CreatorKey, Sighting } from "../sightings/sighting.js";
import type { BrandCreator } from "./brand-creator.js";
import type { Totals } from "./totals.js";

/** What one import did to one creator. */
export interface CreatorChange {
  seq: number;
  key: CreatorKey;
  isNew: boolean;
  filled: number;
  alternatives: number;
  /** Snapshots that were not there before. */
  snapshots: number;
}

export interface SettleContext {
  db: Connection;
  brands: ReadonlyMap<string, Brand>;
  now: Date;
  /** Told once for each sighting that was settled. */
  onChange?: (change: CreatorChange) => void;
  /** Told after each group how many creators are done, out of how many. */
  progress?: (done: number, of: number) => void;
}

/** Sightings that are not yet in their creators, by key. */
export type PendingSightings = Pick<ReadonlyMap<CreatorKey, readonly Sighting[]>, "has" | "get">;

/** The totals that a link was stored with. */
export function storedTotals(link: BrandCreator): Totals {
  const {
    samples,
    videos,
    itemsSold,
    videoGmvCents,
    firstAt,
    lastSampledAt,
    lastDeliveredAt,
    lastPostedAt,
    productIds,
  } = link;
  return {
    samples,
    videos,
    itemsSold,
    videoGmvCents,
    firstAt,
    lastSampledAt,
    lastDeliveredAt,
    lastPostedAt,
    productIds,
  };
}
