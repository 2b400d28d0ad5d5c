import type { Claimed } from "../claims/claim.js";

/** Figures of a video, each from the best row that has it. */
export const VIDEO_FIGURES = [
  "gmvCents",
  "itemsSold",
  "orders",
  "impressions",
  "likes",
  "comments",
  "shares",
  "ctr",
  "commissionCents",
] as const;
export type VideoFigure = (typeof VIDEO_FIGURES)[number];

/** What one row of a video list says. */
export interface VideoRow extends Partial<Record<VideoFigure, number>> {
  /** The handle as seen; a list of one's own videos may leave it out. */
  handle?: string;
  title?: string;
  url?: string;
  postedAt?: Date;
  productId?: string;
  productName?: string;
}

/** A video's results for a brand; `_id` is `brandId:videoId`. */
export interface Video extends Claimed<VideoRow>, Omit<VideoRow, "productId" | "productName"> {
  videoId: string;
  creatorId?: string;
  productIds: string[];
  productNames: string[];
  asOf: string;
  search: { title?: string };
}
