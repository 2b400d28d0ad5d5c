import type { IndexDescription } from "mongodb";
import type { Connection, IndexDefinition, IndexOptions } from "mongoose";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { sampleModel } from "../samples/sample-model.js";
import { videoModel } from "../videos/video-model.js";

const MODELS = [creatorModel, brandCreatorModel, sampleModel, videoModel] as const;

/** Makes what is missing of the indexes that lists are read by: of each collection all at once, reading it once. */
export async function indexLists(db: Connection): Promise<void> {
  await Promise.all(
    MODELS.map(async (modelOn) => {
      const { collection, schema } = modelOn(db);
      await collection.createIndexes(schema.indexes().map(describe));
    }),
  );
}

/** What mongoose adds for itself, MongoDB does not know. */
function describe([key, options]: [IndexDefinition, IndexOptions]): IndexDescription {
  const { unique, sparse, partialFilterExpression } = options;
  const given = { unique, sparse, partialFilterExpression };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { key: { ...key } as Record<string, 1>, ...set };
}
