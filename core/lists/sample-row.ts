import { present } from "../creators/present.js";
import type { Sample, SampleStatus } from "../samples/sample.js";

/** A sample as programs get it; what is unknown is absent. */
export interface SampleRow {
  orderId: string;
  skuId: string;
  handle?: string;
  productId?: string;
  productName?: string;
  variation?: string;
  quantity?: number;
  status?: SampleStatus;
  orderedAt?: Date;
  shippedAt?: Date;
  deliveredAt?: Date;
  /** Its short name. */
  brand: string;
}

export function toSampleRow(sample: Omit<Sample, "claims" | "seqs" | "search">, brand: string): SampleRow {
  const { orderId, skuId, handle, productId, productName, variation, quantity, status } = sample;
  const { orderedAt, shippedAt, deliveredAt } = sample;
  return present({
    orderId,
    skuId,
    handle,
    productId,
    productName,
    variation,
    quantity,
    status,
    orderedAt,
    shippedAt,
    deliveredAt,
    brand,
  });
}
