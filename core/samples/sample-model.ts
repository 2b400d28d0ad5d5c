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
// Samples seen under a handle, when it turns out to be another creator's.
schema.index({ handle: 1 });
// Samples of a product by its name, when the product becomes known.
schema.index({ brandId: 1, productName: 1 });
// What an import gave: undo.
schema.index({ seqs: 1 });

export const sampleModel = (connection: Connection): Model<Sample> => modelOf(connection, "Sample", schema);
