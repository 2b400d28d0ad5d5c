import type { Connection } from "mongoose";
import type { Brand } from "../brands/brand.js";
import { creatorModel } from "../creators/creator-model.js";
import { collectionOf } from "../mongo/model-of.js";
import type { ListName } from "../query/index.js";
import type { Sample } from "../samples/sample.js";
import type { Video } from "../videos/video.js";
import { type CreatorRow, type ListedRecord, toCreatorRow } from "./creator-row.js";
import { PATIENCE } from "./list-request.js";
import type { Stored } from "./list-source.js";
import { type SampleRow, toSampleRow } from "./sample-row.js";
import { toVideoRow, type VideoRow } from "./video-row.js";

/** What a row of each list is. */
export interface RowOf {
  creators: CreatorRow;
  samples: SampleRow;
  videos: VideoRow;
}

export interface RowContext {
  brands: ReadonlyMap<string, Brand>;
  contacts?: boolean;
}

/** The rows of records, in their order. */
export async function rowsOf<L extends ListName>(
  db: Connection,
  list: L,
  records: readonly Stored[],
  context: RowContext,
): Promise<RowOf[L][]> {
  const rows = list === "creators" ? await creatorRows(db, records, context) : factRows(list, records, context);
  return rows as RowOf[L][];
}

async function creatorRows(
  db: Connection,
  records: readonly Stored[],
  { contacts }: RowContext,
): Promise<CreatorRow[]> {
  const userIds = await userIdsOf(db, records);
  return (records as readonly unknown[] as readonly ListedRecord[]).map((record) =>
    toCreatorRow(record, {
      contacts,
      tiktokUserId: userIds.get("creatorId" in record ? record.creatorId : record._id),
    }),
  );
}

/** TikTok's ids are the creators' own: links to a brand do not hold them. */
async function userIdsOf(db: Connection, records: readonly Stored[]): Promise<Map<string, string>> {
  const ids = records.flatMap(({ creatorId }) => (typeof creatorId === "string" ? [creatorId] : []));
  if (ids.length === 0) return new Map();
  const found = await collectionOf(creatorModel(db))
    .find({ _id: { $in: ids }, tiktokUserId: { $exists: true } }, { hint: "_id_", maxTimeMS: PATIENCE })
    .project<{ _id: string; tiktokUserId: string }>({ tiktokUserId: 1 })
    .toArray();
  return new Map(found.map(({ _id, tiktokUserId }) => [_id, tiktokUserId]));
}

function factRows(list: "samples" | "videos", records: readonly Stored[], { brands }: RowContext) {
  const slugOf = (brandId: string) => brands.get(brandId)?.slug ?? brandId;
  return list === "samples"
    ? (records as unknown as Sample[]).map((sample) => toSampleRow(sample, slugOf(sample.brandId)))
    : (records as unknown as Video[]).map((video) => toVideoRow(video, slugOf(video.brandId)));
}
