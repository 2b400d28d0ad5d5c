import type { Connection } from "mongoose";
import { allBrands } from "../brands/find-brand.js";
import { collectionOf } from "../mongo/model-of.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { creatorModel } from "./creator-model.js";
import { recomputeCreators } from "./recompute-creators.js";

const BATCH = 2_000;

/** Computes again every creator that is marked stale. */
export async function recomputeStale(db: Connection, now: Date): Promise<void> {
  const brands = await allBrands(db);
  for (;;) {
    const stale = await collectionOf(creatorModel(db))
      .find({ stale: true })
      .project<{ keys: CreatorKey[]; released?: CreatorKey[] }>({ keys: 1, released: 1 })
      .limit(BATCH)
      .toArray();
    if (stale.length === 0) return;
    await recomputeCreators(
      { db, brands, now },
      stale.flatMap(({ keys, released = [] }) => [...keys, ...released]),
    );
  }
}
