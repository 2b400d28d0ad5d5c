import type { Claim } from "../claims/claim.js";
import { firstSeen, seqsOf } from "../claims/join-claims.js";
import { fold } from "../text/fold.js";
import { SAMPLE_STATUSES, type Sample, type SampleRow, type SampleStatus } from "./sample.js";

/** A sample but for whose it is (`creatorId`) and which product it is. */
export type FoldedSample = Omit<Sample, "creatorId" | "rev">;

/** Each of these is taken from the lowest (`seq`, line) that has it. */
const FIRST_FIELDS = [
  "productId",
  "productName",
  "sellerSku",
  "variation",
  "orderedAt",
  "shippedAt",
  "deliveredAt",
  "state",
  "country",
] as const;

/**
 * A sample out of its claims. The lowest (`seq`, line) decides the brand, and the creator; the claims of other brands
 * count nowhere and take over when that one is taken back. Status is the furthest seen, quantity the largest.
 *
 * @param claims as `joinClaims` gives them
 * @returns `undefined` when nothing claims the sample any more
 */
export function foldSample(id: string, claims: readonly Claim<SampleRow>[]): FoldedSample | undefined {
  const [deciding] = claims;
  if (deciding === undefined) return undefined;
  const { brandId } = deciding;
  const rows = claims.filter((claim) => claim.brandId === brandId).map(({ content }) => content);

  const first: Partial<SampleRow> = {};
  for (const field of FIRST_FIELDS) {
    const value = rows.find((row) => row[field] !== undefined)?.[field];
    if (value !== undefined) Object.assign(first, { [field]: value });
  }
  const [orderId = "", skuId = ""] = id.split(":");
  return {
    _id: id,
    orderId,
    skuId,
    brandId,
    handle: deciding.content.handle,
    ...first,
    ...furthestStatus(rows),
    ...largestQuantity(rows),
    asOf: firstSeen(deciding).asOf,
    search: first.productName === undefined ? {} : { product: fold(first.productName) },
    claims: [...claims],
    seqs: seqsOf(claims),
  };
}

function furthestStatus(rows: readonly SampleRow[]): { status?: SampleStatus } {
  let furthest = -1;
  for (const { status } of rows) if (status) furthest = Math.max(furthest, SAMPLE_STATUSES.indexOf(status));
  const status = SAMPLE_STATUSES[furthest];
  return status === undefined ? {} : { status };
}

function largestQuantity(rows: readonly SampleRow[]): { quantity?: number } {
  const known = rows.flatMap(({ quantity }) => (quantity === undefined ? [] : [quantity]));
  return known.length === 0 ? {} : { quantity: Math.max(...known) };
}
