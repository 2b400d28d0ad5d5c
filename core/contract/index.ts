export type { AskableField, CompleteAnswer, CompleteRequest, FieldsAnswer } from "./asking.js";
export { type CellEdit, type EditOutcome, type EditsAnswer, type EditsRequest, MOST_EDITS } from "./cell-edits.js";
export type { Cell, ColumnFormat, SheetColumn, SheetList, SheetRow } from "./cells.js";
export { type MeAnswer, type PairAnswer, type PairRequest, SPREADSHEET_HEADER } from "./pairing.js";
export type { Problem, ProblemKind } from "./problem.js";
export {
  bucketDigests,
  bucketOf,
  bucketsFor,
  DIGEST_LETTERS,
  differingBuckets,
  MOST_BUCKETS,
  rowHash,
} from "./row-hash.js";
export { MOST_RUNS, type SheetRun, type SheetRunsAnswer } from "./sheet-run.js";
export {
  MOST_TABS,
  type SaveTabRequest,
  type SheetTab,
  type TabSchedule,
  type TabSettings,
  type TabsAnswer,
} from "./sheet-tab.js";
export {
  type DigestsAnswer,
  type DigestsRequest,
  MOST_SYNC_ROWS,
  MOST_TAB_ROWS,
  type RowsAnswer,
  type RowsRequest,
  type SyncAnswer,
  type SyncRequest,
  type TabQuestion,
} from "./sync.js";
