import { finishBatches } from "../core/edits/index.js";
import { FINISH_BATCHES } from "../core/queue/index.js";
import type { Job } from "./job.js";

export const finishLeftBatches: Job<object> = {
  definition: FINISH_BATCHES,
  lockLifetime: 30 * 60_000,
  async run(_payload, { db, log, now }) {
    const batches = await finishBatches(db, now());
    if (batches > 0) log.info({ batches }, "finished changes of many that were cut off");
  },
};
