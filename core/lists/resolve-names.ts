import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import type { Product } from "../products/product.js";
import { productModel } from "../products/product-model.js";
import { namesIn, type Query } from "../query/index.js";
import { fold } from "../text/fold.js";
import { PATIENCE } from "./list-request.js";

/**
 * Turns what a query calls a product into ids: the id itself, or words that all stand in the product's name.
 *
 * @param brandId only products of this brand
 */
export async function resolveProducts(
  db: Connection,
  query: Query,
  brandId: string | undefined,
): Promise<(words: string) => readonly string[]> {
  // A segment may name products too.
  const isAsked = namesIn(query, "product").length > 0 || namesIn(query, "segment").length > 0;
  const products = isAsked ? await readProducts(db, brandId) : [];
  return (words) => {
    const wanted = fold(words).split(" ");
    const named = products.filter(({ name }) => wanted.every((word) => name.includes(word)));
    return [words, ...named.map(({ productId }) => productId)];
  };
}

async function readProducts(db: Connection, brandId: string | undefined) {
  const found = collectionOf(productModel(db))
    .find(brandId === undefined ? {} : { brandId }, { maxTimeMS: PATIENCE })
    .project<Pick<Product, "productId" | "name">>({ _id: 0, productId: 1, name: 1 });
  return (await found.toArray()).map(({ productId, name = "" }) => ({ productId, name: fold(name) }));
}
