/** What is counted from a creator's samples and videos for one brand. */
export interface Totals {
  samples: number;
  videos: number;
  itemsSold: number;
  videoGmvCents?: number;
  /** The earliest sample or video. */
  firstAt?: Date;
  lastSampledAt?: Date;
  lastDeliveredAt?: Date;
  lastPostedAt?: Date;
  productIds: string[];
}

export const NO_TOTALS: Totals = { samples: 0, videos: 0, itemsSold: 0, productIds: [] };
