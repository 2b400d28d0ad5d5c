import { type Connection, type Model, Schema } from "mongoose";
import { modelOf } from "../mongo/model-of.js";
import { VIDEO_FIGURES, type Video } from "./video.js";

const schema = new Schema(
  {
    _id: { type: String, required: true },
    videoId: { type: String, required: true },
    brandId: { type: String, required: true },
    creatorId: String,
    handle: String,
    title: String,
    url: String,
    postedAt: Date,
    gmvCents: Number,
    itemsSold: Number,
    orders: Number,
    impressions: Number,
    likes: Number,
    comments: Number,
    shares: Number,
    ctr: Number,
    commissionCents: Number,
    productIds: { type: [String], required: true },
    productNames: { type: [String], required: true },
    asOf: String,
    search: { title: String },
    claims: { type: [Schema.Types.Mixed], required: true },
    seqs: { type: [Number], required: true },
    rev: { type: Number, required: true },
  },
  { collection: "videos", versionKey: false, minimize: false },
);

// A creator's videos, newest first, and their count for each brand.
schema.index({ creatorId: 1, brandId: 1, postedAt: -1 });
// Videos seen under a handle, when it turns out to be another creator's; handle:mia, sort:handle.
schema.index({ handle: 1, brandId: 1, _id: 1 });
// The other keys that lists are sorted by and asked for. A key comes before the brand, so that one index serves lists
// of one brand and of all: those go by key, brand and id.
for (const path of ["postedAt", ...VIDEO_FIGURES]) schema.index({ [path]: 1, brandId: 1, _id: 1 });
// title:serum and bare words: read instead of the records.
schema.index({ "search.title": 1, brandId: 1 });
// product:1729382.
schema.index({ productIds: 1, brandId: 1 });
// video:7310045632098765432, and a lookup by the link of a video.
schema.index({ videoId: 1 });
// Videos of a product by its name, when the product becomes known.
schema.index({ brandId: 1, productNames: 1 });

export const videoModel = (connection: Connection): Model<Video> => modelOf(connection, "Video", schema);
