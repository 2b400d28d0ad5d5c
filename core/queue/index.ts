export { beat, hasWorker } from "./heartbeat.js";
export {
  FINISH_BATCHES,
  FOLD_IMPORTS,
  IMPORT_DROP,
  type JobDefinition,
  LOOK_AT_SEGMENTS,
  READ_DROP,
  RECOUNT_DOUBLES,
  SEND_DIGESTS,
  TAKE_UP_DROPS,
  TAKE_UP_IMPORTS,
  UNDO_IMPORTS,
} from "./jobs.js";
export type { Queue } from "./queue.js";
