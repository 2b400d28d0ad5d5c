import type { Claimed } from "../claims/claim.js";

export const PRODUCT_FIGURES = [
  "gmvCents",
  "items",
  "orders",
  "gmvVideoCents",
  "gmvLiveCents",
  "gmvCardCents",
  "gmvShopTabCents",
] as const;
type ProductFigure = (typeof PRODUCT_FIGURES)[number];

/** What one row of product analytics says. */
export interface ProductRow extends Partial<Record<ProductFigure, number>> {
  name?: string;
  category?: string;
  skuId?: string;
}

/** A product of a brand; `_id` is `brandId:productId`. */
export interface Product extends Claimed<ProductRow>, Omit<ProductRow, "skuId"> {
  productId: string;
  /** SKUs that a source states together with the product id. */
  skus: string[];
  asOf: string;
}
