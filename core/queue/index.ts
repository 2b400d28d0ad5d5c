export { beat, hasWorker } from "./heartbeat.js";
export {
  EXPORT_LIST,
  type ExportListPayload,
  FINISH_BATCHES,
  FOLD_IMPORTS,
  IMPORT_DROP,
  type JobDefinition,
  LOOK_AT_SEGMENTS,
  READ_DROP,
  RECOUNT_DOUBLES,
  REFRESH_SHEETS,
  SEND_DIGESTS,
  TAG_MANY,
  TAKE_UP_DROPS,
  TAKE_UP_IMPORTS,
  type TagManyPayload,
  UNDO_BATCH,
  UNDO_IMPORTS,
  type UndoBatchPayload,
} from "./jobs.js";
export type { Queue } from "./queue.js";
