import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import type { Brand } from "./brand.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    slug: { type: String, required: true },
    name: { type: String, required: true },
    currency: { type: String, required: true },
    country: { type: String, required: true },
    zone: { type: String, required: true },
    postalAddress: String,
    createdAt: { type: Date, required: true },
  },
  { collection: "brands", versionKey: false },
);

// What people type means one brand.
schema.index({ slug: 1 }, { unique: true });

export const brandModel = (connection: Connection): Model<Brand> => modelOf(connection, "Brand", schema);
