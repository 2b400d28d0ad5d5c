import type { Connection } from "mongoose";
import { collectionOf } from "../../mongo/model-of.js";
import type { Product } from "../../products/product.js";
import { productModel } from "../../products/product-model.js";
import type { Fact } from "./fact-kinds.js";

/** Which product a name or a SKU of a brand means. */
export interface ProductLinks {
  byName(brandId: string, name: string): string | undefined;
  bySku(brandId: string, skuId: string): string | undefined;
}

/** What is asked about: the names and SKUs that records of a brand carry. */
export interface LinkNeeds {
  names: ReadonlySet<string>;
  skus: ReadonlySet<string>;
}

/**
 * Looks up products by name and by SKU, in one query for all of them. A name that several products of a brand share
 * means none of them.
 */
export async function findProductLinks(
  db: Connection,
  brandIds: readonly string[],
  { names, skus }: LinkNeeds,
): Promise<ProductLinks> {
  const among = [
    ...(names.size > 0 ? [{ name: { $in: [...names] } }] : []),
    ...(skus.size > 0 ? [{ skus: { $in: [...skus] } }] : []),
  ];
  const products =
    among.length === 0
      ? []
      : await collectionOf(productModel(db))
          .find({ brandId: { $in: [...brandIds] }, $or: among })
          .project<Pick<Product, "brandId" | "productId" | "name" | "skus">>({
            brandId: 1,
            productId: 1,
            name: 1,
            skus: 1,
          })
          .toArray();
  const named = new Map<string, Set<string>>();
  const ofSku = new Map<string, Set<string>>();
  for (const { brandId, productId, name, skus: held } of products) {
    if (name !== undefined) add(named, `${brandId}:${name}`, productId);
    for (const sku of held) add(ofSku, `${brandId}:${sku}`, productId);
  }
  return {
    byName: (brandId, name) => only(named.get(`${brandId}:${name}`)),
    bySku: (brandId, sku) => only(ofSku.get(`${brandId}:${sku}`)),
  };
}

/** A record with the products that its rows, SKU and product names mean. Unknown product ids stay as they are. */
export function linkProducts<T extends Omit<Fact<unknown>, "rev">>(fact: T, links: ProductLinks): T {
  const { brandId } = fact;
  if (fact.productNames !== undefined) {
    const linked = fact.productNames.flatMap((name) => links.byName(brandId, name) ?? []);
    return linked.length === 0
      ? fact
      : { ...fact, productIds: [...new Set([...(fact.productIds ?? []), ...linked])].sort() };
  }
  if (fact.productId !== undefined) return fact;
  const skuId = fact._id.slice(fact._id.indexOf(":") + 1);
  const productId =
    links.bySku(brandId, skuId) ??
    (fact.productName === undefined ? undefined : links.byName(brandId, fact.productName));
  return productId === undefined ? fact : { ...fact, productId };
}

function add(map: Map<string, Set<string>>, key: string, productId: string): void {
  const ids = map.get(key) ?? new Set<string>();
  map.set(key, ids.add(productId));
}

const only = (ids: Set<string> | undefined): string | undefined => (ids?.size === 1 ? [...ids][0] : undefined);
