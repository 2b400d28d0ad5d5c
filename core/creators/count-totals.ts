import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { sampleModel } from "../samples/sample-model.js";
import { videoModel } from "../videos/video-model.js";
import { NO_TOTALS, type Totals } from "./totals.js";

/** For each creator id, for each brand id. */
export type TotalsOfCreators = Map<string, Map<string, Totals>>;

interface CountedSamples {
  _id: { creatorId: string; brandId: string };
  samples: number;
  firstAt: Date | null;
  lastSampledAt: Date | null;
  lastDeliveredAt: Date | null;
  productIds: string[];
}

interface CountedVideos {
  _id: { creatorId: string; brandId: string };
  videos: number;
  itemsSold: number;
  /** How many of the videos have a known GMV. */
  priced: number;
  videoGmvCents: number;
  firstAt: Date | null;
  lastPostedAt: Date | null;
  productIds: string[][];
}

const OF_CREATOR = { creatorId: "$creatorId", brandId: "$brandId" };

/** Counts the samples and videos of creators, in two queries for all of them. */
export async function countTotals(db: Connection, creatorIds: readonly string[]): Promise<TotalsOfCreators> {
  const mine = { $match: { creatorId: { $in: [...creatorIds] } } };
  const [samples, videos] = await Promise.all([
    collectionOf(sampleModel(db))
      .aggregate<CountedSamples>([mine, { $group: SAMPLE_COUNTS }])
      .toArray(),
    collectionOf(videoModel(db))
      .aggregate<CountedVideos>([mine, { $group: VIDEO_COUNTS }])
      .toArray(),
  ]);
  const totals: TotalsOfCreators = new Map();
  for (const counted of samples) {
    Object.assign(entry(totals, counted._id), {
      samples: counted.samples,
      ...known("firstAt", counted.firstAt),
      ...known("lastSampledAt", counted.lastSampledAt),
      ...known("lastDeliveredAt", counted.lastDeliveredAt),
      productIds: counted.productIds.sort(),
    });
  }
  for (const counted of videos) {
    const total = entry(totals, counted._id);
    total.videos = counted.videos;
    total.itemsSold = counted.itemsSold;
    if (counted.priced > 0) total.videoGmvCents = counted.videoGmvCents;
    if (counted.firstAt && (!total.firstAt || counted.firstAt < total.firstAt)) total.firstAt = counted.firstAt;
    if (counted.lastPostedAt) total.lastPostedAt = counted.lastPostedAt;
    total.productIds = [...new Set([...total.productIds, ...counted.productIds.flat()])].sort();
  }
  return totals;
}

const SAMPLE_COUNTS = {
  _id: OF_CREATOR,
  samples: { $sum: 1 },
  firstAt: { $min: "$orderedAt" },
  lastSampledAt: { $max: "$orderedAt" },
  lastDeliveredAt: { $max: { $cond: [{ $eq: ["$status", "delivered"] }, "$deliveredAt", null] } },
  productIds: { $addToSet: "$productId" },
};

const VIDEO_COUNTS = {
  _id: OF_CREATOR,
  videos: { $sum: 1 },
  itemsSold: { $sum: "$itemsSold" },
  priced: { $sum: { $cond: [{ $isNumber: "$gmvCents" }, 1, 0] } },
  videoGmvCents: { $sum: "$gmvCents" },
  firstAt: { $min: "$postedAt" },
  lastPostedAt: { $max: "$postedAt" },
  productIds: { $addToSet: "$productIds" },
};

function entry(totals: TotalsOfCreators, { creatorId, brandId }: CountedSamples["_id"]): Totals {
  const ofCreator = totals.get(creatorId) ?? new Map<string, Totals>();
  totals.set(creatorId, ofCreator);
  const total = ofCreator.get(brandId) ?? { ...NO_TOTALS, productIds: [] };
  ofCreator.set(brandId, total);
  return total;
}

const known = <N extends string>(name: N, date: Date | null) => (date === null ? {} : { [name]: date });
