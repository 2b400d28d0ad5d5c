import type { Connection } from "mongoose";
import { brandCreatorModel } from "../creators/brand-creator-model.js";
import { creatorModel } from "../creators/creator-model.js";
import { makeIndexes } from "../mongo/make-indexes.js";
import { sampleModel } from "../samples/sample-model.js";
import { videoModel } from "../videos/video-model.js";

const LISTED = [creatorModel, brandCreatorModel, sampleModel, videoModel] as const;

/** Makes what is missing of the indexes that lists are read by. */
export const indexLists = (db: Connection): Promise<void> => makeIndexes(db, LISTED);
