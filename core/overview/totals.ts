import type { Connection } from "mongoose";
import type { Brand } from "../brands/brand.js";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { countFitting } from "../mongo/count-fitting.js";
import { collectionOf } from "../mongo/model-of.js";
import { productModel } from "../products/product-model.js";
import { sampleModel } from "../samples/sample-model.js";
import { videoModel } from "../videos/video-model.js";
import { bounded, COUNT_TO, type Counted } from "./counted.js";

/** About how many there are; of single brands, where a person sees only some, creators alone. */
export interface Totals {
  creators: Counted;
  samples?: Counted;
  videos?: Counted;
  products?: Counted;
}

/** As the database keeps them: exact but after a crash. */
export async function totalsOfAll(db: Connection): Promise<Totals> {
  const [creators = 0, samples = 0, videos = 0, products = 0] = await Promise.all([
    creatorModel(db).collection.estimatedDocumentCount(),
    sampleModel(db).collection.estimatedDocumentCount(),
    videoModel(db).collection.estimatedDocumentCount(),
    productModel(db).collection.estimatedDocumentCount(),
  ]);
  const exactly = (count: number): Counted => ({ count, more: false });
  return {
    creators: exactly(creators),
    samples: exactly(samples),
    videos: exactly(videos),
    products: exactly(products),
  };
}

export async function totalsOf(db: Connection, brands: ReadonlyMap<string, Brand>): Promise<Totals> {
  const links = collectionOf(brandCreatorModel(db));
  const count = await countFitting(
    links,
    { brandId: { $in: [...brands.keys()] } },
    { limit: COUNT_TO, hint: { brandId: 1, creatorId: 1 } },
  );
  return { creators: bounded(count) };
}
