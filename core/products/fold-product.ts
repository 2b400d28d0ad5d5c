import type { Claim } from "../claims/claim.js";
import { compareLast, firstSeen, newestSeen, seqsOf } from "../claims/join-claims.js";
import { PRODUCT_FIGURES, type Product, type ProductRow } from "./product.js";

/**
 * A product out of its claims: name and category from the lowest (`seq`, line) that has them, each figure from the
 * newest row that has it.
 *
 * @param claims as `joinClaims` gives them
 * @returns `undefined` when nothing claims the product any more
 */
export function foldProduct(id: string, claims: readonly Claim<ProductRow>[]): Omit<Product, "rev"> | undefined {
  const [deciding] = claims;
  if (deciding === undefined) return undefined;

  const product: Partial<ProductRow> = {};
  for (const field of ["name", "category"] as const) {
    const value = claims.find(({ content }) => content[field] !== undefined)?.content[field];
    if (value !== undefined) product[field] = value;
  }
  const newest = [...claims].sort((a, b) => compareNewest(b, a));
  for (const figure of PRODUCT_FIGURES) {
    const value = newest.find(({ content }) => content[figure] !== undefined)?.content[figure];
    if (value !== undefined) product[figure] = value;
  }
  return {
    _id: id,
    productId: id.slice(id.indexOf(":") + 1),
    brandId: deciding.brandId,
    ...product,
    skus: [...new Set(claims.flatMap(({ content }) => content.skuId ?? []))].sort(),
    asOf: firstSeen(deciding).asOf,
    claims: [...claims],
    seqs: seqsOf(claims),
  };
}

function compareNewest(a: Claim<unknown>, b: Claim<unknown>): number {
  const [ofA, ofB] = [newestSeen(a), newestSeen(b)];
  if (ofA.asOf !== ofB.asOf) return ofA.asOf > ofB.asOf ? 1 : -1;
  return compareLast(ofA, ofB);
}
