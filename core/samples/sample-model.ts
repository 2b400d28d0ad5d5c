import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import { SAMPLE_STATUSES, type Sample } from "./sample.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    orderId: { type: String, required: true },
    skuId: { type: String, required: true },
    brandId: { type: String, required: true },
    creatorId: { type: String, required: true },
    handle: { type: String, required: true },
    status: { type: String, enum: SAMPLE_STATUSES },
    quantity: Number,
    productId: String,
    productName: String,
    sellerSku: String,
    variation: String,
    orderedAt: Date,
    shippedAt: Date,
    deliveredAt: Date,
    state: String,
    country: String,
    asOf: String,
    search: { product: String },
    claims: { type: [Schema.Types.Mixed], required: true },
    seqs: { type: [Number], required: true },
    rev: { type: Number, required: true },
  },
  { collection: "samples", versionKey: false, minimize: false },
);

// A creator's samples, and their count for each brand.
schema.index({ creatorId: 1, brandId: 1, orderedAt: -1 });
// Samples seen under a handle, when it turns out to be another creator's; handle:mia, sort:handle.
schema.index({ handle: 1, brandId: 1, _id: 1 });
// The other keys that lists are sorted by and asked for. A key comes before the brand, so that one index serves lists
// of one brand and of all: those go by key, brand and id.
for (const path of ["quantity", "orderedAt", "shippedAt", "deliveredAt"])
  schema.index({ [path]: 1, brandId: 1, _id: 1 });
// status:delivered, state:CA, country:US, product:1729382, words of a product's name.
for (const path of ["status", "state", "country", "productId", "search.product"])
  schema.index({ [path]: 1, brandId: 1 });
// order:576461413038785752, sku:1729382476852921560.
schema.index({ orderId: 1 });
schema.index({ skuId: 1 });
// Samples of a product by its name, when the product becomes known.
schema.index({ brandId: 1, productName: 1 });

export const sampleModel = (connection: Connection): Model<Sample> => modelOf(connection, "Sample", schema);
