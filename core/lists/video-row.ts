import { present } from "../creators/present.js";
import type { Video, VideoFigure } from "../videos/video.js";

/** A video's results as programs get them; what is unknown is absent. */
export interface VideoRow extends Partial<Record<VideoFigure, number>> {
  videoId: string;
  handle?: string;
  url?: string;
  title?: string;
  postedAt?: Date;
  productIds: string[];
  /** Its short name. */
  brand: string;
  asOf: string;
}

export function toVideoRow(video: Omit<Video, "claims" | "seqs" | "search">, brand: string): VideoRow {
  const { videoId, handle, url, title, postedAt, gmvCents, itemsSold, orders, impressions } = video;
  const { likes, comments, shares, ctr, commissionCents, productIds, asOf } = video;
  return present({
    videoId,
    handle,
    url,
    title,
    postedAt,
    gmvCents,
    itemsSold,
    orders,
    impressions,
    likes,
    comments,
    shares,
    ctr,
    commissionCents,
    productIds,
    brand,
    asOf,
  });
}
