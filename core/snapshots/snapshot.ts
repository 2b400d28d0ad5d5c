/** Days that a figure sums over; `lifetime`; or `unknown` where the file does not say. */
export type Window = number | "lifetime" | "unknown";

/** The figures that files give about a creator, with the unit in the name. */
export const FIGURES = [
  "followers",
  "gmvCents",
  "emvCents",
  "commissionCents",
  "refundsCents",
  "items",
  "orders",
  "videoCount",
  "liveCount",
  "postCount",
  "samplesShipped",
  "impressions",
  "likes",
  "comments",
  "shares",
  "engagement",
] as const;
export type Figure = (typeof FIGURES)[number];

/** A figure with where it comes from. */
export interface FigureSeen<T = number> {
  value: T;
  source: string;
  window: Window;
  /** The day it held, `yyyy-mm-dd` in the brand's zone. */
  asOf: string;
  seq: number;
  line: number;
}

/** One figure inside a snapshot, with the row that gave it. */
interface SnapshotFigure {
  value: number;
  seq: number;
  line: number;
}

/** Figures of a creator for a brand: one source, one window, one day. */
export interface Snapshot {
  /** `creatorId:brandId:source:window:asOf`. */
  _id: string;
  creatorId: string;
  brandId: string;
  source: string;
  window: Window;
  asOf: string;
  /** The handle or user id as seen. */
  key: string;
  figures: { [F in Figure]?: SnapshotFigure };
  rev: number;
}
