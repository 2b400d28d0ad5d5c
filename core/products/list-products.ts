import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import type { Product } from "./product.js";
import { productModel } from "./product-model.js";

/** A product as programs get it; what is unknown is absent. */
export type ProductRow = Omit<Product, "_id" | "claims" | "seqs" | "rev" | "brandId"> & { brandId: string };

/** Products of a brand, or of all where none is said, by id: those after one, `limit` of them at most. */
export async function listProducts(
  db: Connection,
  { brandId, after = "", limit }: { brandId?: string; after?: string; limit: number },
): Promise<(ProductRow & { id: string })[]> {
  const ofBrand = brandId === undefined ? {} : { brandId };
  const found = await collectionOf(productModel(db))
    .find({ ...ofBrand, _id: { $gt: after } }, { projection: { claims: 0, seqs: 0, rev: 0 } })
    .sort({ _id: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id: id, ...row }) => ({ id, ...row }));
}
