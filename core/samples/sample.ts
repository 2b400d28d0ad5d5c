import type { Claimed } from "../claims/claim.js";

/** In the order in which a sample moves on; the furthest seen counts. */
export const SAMPLE_STATUSES = ["pending", "shipped", "delivered", "cancelled"] as const;
export type SampleStatus = (typeof SAMPLE_STATUSES)[number];

/** What one row of an order export says. */
export interface SampleRow {
  handle: string;
  status?: SampleStatus;
  quantity?: number;
  productId?: string;
  productName?: string;
  sellerSku?: string;
  variation?: string;
  orderedAt?: Date;
  shippedAt?: Date;
  deliveredAt?: Date;
  state?: string;
  country?: string;
}

/** One free product line of one order; `_id` is `orderId:skuId`. */
export interface Sample extends Claimed<SampleRow>, SampleRow {
  orderId: string;
  skuId: string;
  creatorId: string;
  /** The day of the claim that decides the creator. */
  asOf: string;
  search: { product?: string };
}
