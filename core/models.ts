import { MongoServerError } from "mongodb";
import type { Connection } from "mongoose";
import { pairingModel } from "./access/pairing-model.js";
import { personModel } from "./access/person-model.js";
import { requestCountModel } from "./access/request-count-model.js";
import { settingChangeModel } from "./access/setting-change-model.js";
import { tokenModel } from "./access/token-model.js";
import { brandModel } from "./brands/brand-model.js";
import { brandPlaceModel } from "./brands/brand-place-model.js";
import { brandCreatorModel } from "./creators/brand-creator-model.js";
import { creatorModel, isLaterIndex } from "./creators/creator-model.js";
import { forgottenModel } from "./creators/forgotten-model.js";
import { dropModel } from "./drops/drop-model.js";
import { batchModel } from "./edits/batch-model.js";
import { editModel } from "./edits/edit-model.js";
import { eventModel } from "./events/event-model.js";
import { importModel } from "./imports/import-model.js";
import { mappingModel } from "./imports/mappings/mapping-model.js";
import { mentionModel } from "./imports/mention-model.js";
import { makeIndexes } from "./mongo/make-indexes.js";
import { collectionOf } from "./mongo/model-of.js";
import { turnModel } from "./notify/turn-model.js";
import { productModel } from "./products/product-model.js";
import { heartbeatModel } from "./queue/heartbeat-model.js";
import { sampleModel } from "./samples/sample-model.js";
import { membershipModel } from "./segments/membership-model.js";
import { segmentModel } from "./segments/segment-model.js";
import { subscriptionModel } from "./segments/subscription-model.js";
import { sheetRunModel } from "./sheets/sheet-run-model.js";
import { sheetTabModel } from "./sheets/sheet-tab-model.js";
import { sightingModel } from "./sightings/sighting-model.js";
import { snapshotModel } from "./snapshots/snapshot-model.js";
import { videoModel } from "./videos/video-model.js";

/** Every collection that has a schema. */
export const MODELS = [
  batchModel,
  brandModel,
  brandPlaceModel,
  brandCreatorModel,
  creatorModel,
  dropModel,
  editModel,
  eventModel,
  forgottenModel,
  heartbeatModel,
  importModel,
  mappingModel,
  membershipModel,
  mentionModel,
  pairingModel,
  personModel,
  productModel,
  requestCountModel,
  sampleModel,
  segmentModel,
  settingChangeModel,
  sheetRunModel,
  sheetTabModel,
  sightingModel,
  snapshotModel,
  subscriptionModel,
  tokenModel,
  turnModel,
  videoModel,
] as const;

/** Makes the collections and their indexes, a request for each collection; those that are there already cost nothing. */
export async function ensureIndexes(db: Connection): Promise<void> {
  await makeIndexes(db, MODELS, await wantedIn(db));
  const bare = MODELS.map((modelOn) => modelOn(db)).filter(({ schema }) => schema.indexes().length === 0);
  await Promise.all(bare.map(({ collection }) => db.createCollection(collection.name).catch(ignoreThatItExists)));
}

/** The collections that lack an index which `ensureIndexes` makes. */
export async function lackingIndexes(db: Connection): Promise<string[]> {
  const isWanted = await wantedIn(db);
  const lacking = await Promise.all(
    MODELS.map(async (modelOn): Promise<string[]> => {
      const model: Indexed = modelOn(db);
      const { toCreate } = await model.diffIndexes();
      const { name } = model.collection;
      return toCreate.some((keys) => isWanted(name, keys)) ? [name] : [];
    }),
  );
  return lacking.flat();
}

/** What is asked of a model, whatever it holds. */
interface Indexed {
  collection: { name: string };
  /** `toCreate` holds the keys of each. */
  diffIndexes(): Promise<{ toCreate: object[] }>;
}

/** Whether an index of a collection is of use in this database now. */
async function wantedIn(db: Connection): Promise<(collection: string, keys: object) => boolean> {
  const hasSeveral = (await collectionOf(brandModel(db)).countDocuments({}, { limit: 2 })) > 1;
  return (name, keys) => hasSeveral || name !== "creators" || !isLaterIndex(keys);
}

function ignoreThatItExists(error: unknown): void {
  if (!(error instanceof MongoServerError) || error.codeName !== "NamespaceExists") throw error;
}
