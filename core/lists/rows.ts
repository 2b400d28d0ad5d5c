import type { Brand } from "../brands/brand.js";
import type { ListName } from "../query/index.js";
import type { Sample } from "../samples/sample.js";
import type { Video } from "../videos/video.js";
import { type CreatorRow, type ListedRecord, toCreatorRow } from "./creator-row.js";
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
export function rowsOf<L extends ListName>(
  list: L,
  records: readonly Stored[],
  { brands, contacts }: RowContext,
): RowOf[L][] {
  const slugOf = (brandId: string) => brands.get(brandId)?.slug ?? brandId;
  const toRow: { [N in ListName]: (record: never) => RowOf[N] } = {
    creators: (creator: ListedRecord) => toCreatorRow(creator, { contacts }),
    samples: (sample: Sample) => toSampleRow(sample, slugOf(sample.brandId)),
    videos: (video: Video) => toVideoRow(video, slugOf(video.brandId)),
  };
  return (records as never[]).map(toRow[list]);
}
