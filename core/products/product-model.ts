import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { Product } from "./product.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    productId: { type: String, required: true },
    brandId: { type: String, required: true },
    name: String,
    category: String,
    skus: { type: [String], required: true },
    gmvCents: Number,
    items: Number,
    orders: Number,
    gmvVideoCents: Number,
    gmvLiveCents: Number,
    gmvCardCents: Number,
    gmvShopTabCents: Number,
    asOf: String,
    claims: { type: [Schema.Types.Mixed], required: true },
    seqs: { type: [Number], required: true },
    rev: { type: Number, required: true },
  },
  { collection: "products", versionKey: false, minimize: false },
);

// The product that a sample's or a video's product name means.
schema.index({ brandId: 1, name: 1 });
// The product of a SKU.
schema.index({ brandId: 1, skus: 1 });

export const productModel = (connection: Connection): Model<Product> => modelOf(connection, "Product", schema);
