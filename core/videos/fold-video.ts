import type { Claim } from "../claims/claim.js";
import { compareLast, firstSeen, newestSeen, seqsOf } from "../claims/join-claims.js";
import { fold } from "../text/fold.js";
import { VIDEO_FIGURES, type Video, type VideoRow } from "./video.js";

/** A video but for whose it is (`creatorId`). */
export type FoldedVideo = Omit<Video, "creatorId" | "rev">;

/** Each of these is taken from the lowest (`seq`, line) that has it. */
const FIRST_FIELDS = ["handle", "title", "url", "postedAt"] as const;

/**
 * A video out of its claims. Rows rank by newest `asOf`, then higher GMV (TikTok repeats rows with different figures),
 * then higher (`seq`, line), and each figure comes from the best row that has it.
 *
 * @param claims as `joinClaims` gives them
 * @returns `undefined` when nothing claims the video any more
 */
export function foldVideo(id: string, claims: readonly Claim<VideoRow>[]): FoldedVideo | undefined {
  const [deciding] = claims;
  if (deciding === undefined) return undefined;

  const video: Partial<VideoRow> = {};
  for (const field of FIRST_FIELDS) {
    const value = claims.find(({ content }) => content[field] !== undefined)?.content[field];
    if (value !== undefined) Object.assign(video, { [field]: value });
  }
  const best = claims.length === 1 ? claims : [...claims].sort(compareRank);
  for (const figure of VIDEO_FIGURES) {
    const value = best.find(({ content }) => content[figure] !== undefined)?.content[figure];
    if (value !== undefined) video[figure] = value;
  }
  const deciderOfCreator = claims.find(({ content }) => content.handle !== undefined) ?? deciding;
  return {
    _id: id,
    videoId: id.slice(id.indexOf(":") + 1),
    brandId: deciding.brandId,
    ...video,
    productIds: distinct(claims.map(({ content }) => content.productId)),
    productNames: distinct(claims.map(({ content }) => content.productName)),
    asOf: firstSeen(deciderOfCreator).asOf,
    search: video.title === undefined ? {} : { title: fold(video.title) },
    claims: [...claims],
    seqs: seqsOf(claims),
  };
}

/** Negative when `a` is the better row. */
function compareRank(a: Claim<VideoRow>, b: Claim<VideoRow>): number {
  const [ofA, ofB] = [newestSeen(a), newestSeen(b)];
  if (ofA.asOf !== ofB.asOf) return ofA.asOf > ofB.asOf ? -1 : 1;
  return gmvOf(b) - gmvOf(a) || compareLast(ofB, ofA);
}

const gmvOf = ({ content }: Claim<VideoRow>) => content.gmvCents ?? Number.NEGATIVE_INFINITY;

const distinct = (values: (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))].sort();
