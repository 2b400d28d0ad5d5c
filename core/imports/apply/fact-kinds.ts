import type { Collection } from "mongodb";
import type { Connection } from "mongoose";
import type { Claim, Claimed } from "../../claims/claim.js";
import { collectionOf } from "../../mongo/model-of.js";
import { foldProduct } from "../../products/fold-product.js";
import type { Product, ProductRow } from "../../products/product.js";
import { productModel } from "../../products/product-model.js";
import { foldSample } from "../../samples/fold-sample.js";
import type { Sample, SampleRow } from "../../samples/sample.js";
import { sampleModel } from "../../samples/sample-model.js";
import { foldVideo } from "../../videos/fold-video.js";
import type { Video, VideoRow } from "../../videos/video.js";
import { videoModel } from "../../videos/video-model.js";

/** A record that rows claim, as they alone make it: whose it is and which product is found beside it. */
export interface Fact<C> extends Claimed<C> {
  handle?: string;
  creatorId?: string;
  productName?: string;
  productNames?: string[];
  productId?: string;
  productIds?: string[];
  /** Of a product: its name and its SKUs. */
  name?: string;
  skus?: string[];
}

/** A record with its creator and its products. */
export type PlacedFact<C> = Omit<Fact<C>, "rev">;

export type FactName = "samples" | "videos" | "products";

/** How one kind of record is stored and folded out of its claims. */
export interface FactKind<C extends object> {
  name: FactName;
  collection(db: Connection): Collection<Fact<C>>;
  fold(id: string, claims: readonly Claim<C>[]): Omit<Fact<C>, "rev"> | undefined;
}

const asFacts = <C extends object>(collection: Collection<never>) => collection as unknown as Collection<Fact<C>>;

export const SAMPLE_FACTS: FactKind<SampleRow> = {
  name: "samples",
  collection: (db) => asFacts(collectionOf<Sample>(sampleModel(db)) as never),
  fold: foldSample,
};

export const VIDEO_FACTS: FactKind<VideoRow> = {
  name: "videos",
  collection: (db) => asFacts(collectionOf<Video>(videoModel(db)) as never),
  fold: foldVideo,
};

export const PRODUCT_FACTS: FactKind<ProductRow> = {
  name: "products",
  collection: (db) => asFacts(collectionOf<Product>(productModel(db)) as never),
  fold: foldProduct,
};
