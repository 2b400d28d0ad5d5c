import { recountDoubles } from "../core/edits/index.js";
import { RECOUNT_DOUBLES } from "../core/queue/index.js";
import type { Job } from "./job.js";

export const recountAllDoubles: Job<object> = {
  definition: RECOUNT_DOUBLES,
  lockLifetime: 30 * 60_000,
  async run(_payload, { db, log }) {
    const creators = await recountDoubles(db);
    log.debug({ creators }, "counted likely doubles");
  },
};
