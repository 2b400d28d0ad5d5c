import type { Connection } from "mongoose";
import { personModel } from "./access/person-model.js";
import { brandModel } from "./brands/brand-model.js";
import { brandCreatorModel } from "./creators/brand-creator-model.js";
import { creatorModel } from "./creators/creator-model.js";
import { batchModel } from "./edits/batch-model.js";
import { editModel } from "./edits/edit-model.js";
import { importModel } from "./imports/import-model.js";
import { mappingModel } from "./imports/mappings/mapping-model.js";
import { productModel } from "./products/product-model.js";
import { sampleModel } from "./samples/sample-model.js";
import { segmentModel } from "./segments/segment-model.js";
import { sightingModel } from "./sightings/sighting-model.js";
import { snapshotModel } from "./snapshots/snapshot-model.js";
import { videoModel } from "./videos/video-model.js";

/** Every collection that has a schema. */
export const MODELS = [
  batchModel,
  brandModel,
  brandCreatorModel,
  creatorModel,
  editModel,
  importModel,
  mappingModel,
  personModel,
  productModel,
  sampleModel,
  segmentModel,
  sightingModel,
  snapshotModel,
  videoModel,
] as const;

/** Makes the collections and their indexes; those that are there already cost nothing. */
export async function ensureIndexes(db: Connection): Promise<void> {
  await Promise.all(
    MODELS.map(async (modelOn) => {
      const model = modelOn(db);
      await model.createCollection();
      await model.createIndexes();
    }),
  );
}
