export { type CreatorRow, profileUrlOf, toCreatorRow } from "./creator-row.js";
export { type ExportForm, exportHeading, exportLine } from "./export-columns.js";
export { type ListPage, listRecords } from "./list-records.js";
export { ALL_BRANDS, COUNTED, type ListQuestion, type ListRequest, MOST_ROWS } from "./list-request.js";
export type { RowOf } from "./rows.js";
export { type SampleRow, toSampleRow } from "./sample-row.js";
export { streamRecords } from "./stream-records.js";
export { toVideoRow, type VideoRow } from "./video-row.js";
