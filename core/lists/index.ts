export { type CreatorRow, type ListedRecord, toCreatorRow } from "./creator-row.js";
export { exportHeading, exportLine } from "./export-columns.js";
export { findSome } from "./find-some.js";

export { type ListPage, listRecords } from "./list-records.js";
export { ALL_BRANDS, COUNTED, type ListQuestion, MOST_ROWS } from "./list-request.js";
export { pickRecords } from "./pick-records.js";
export type { RowOf } from "./rows.js";
export { type SampleRow, toSampleRow } from "./sample-row.js";
export { storedValues } from "./stored-values.js";
export { streamRecords } from "./stream-records.js";
export { valueAt } from "./value-at.js";
export { toVideoRow, type VideoRow } from "./video-row.js";
export { withIndexes } from "./with-indexes.js";
