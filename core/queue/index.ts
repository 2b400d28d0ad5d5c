export { FOLD_IMPORTS, type JobDefinition, TAKE_UP_IMPORTS } from "./jobs.js";
export type { Queue } from "./queue.js";
