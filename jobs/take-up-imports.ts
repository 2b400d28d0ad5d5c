import { takeUpAbandoned } from "../core/imports/index.js";
import { TAKE_UP_IMPORTS } from "../core/queue/index.js";
import type { Job } from "./job.js";

export const takeUpImports: Job<object> = {
  definition: TAKE_UP_IMPORTS,
  // Each import is held by a lease of its own besides.
  lockLifetime: 20_000,
  async run(_payload, { db, log, now }) {
    const taken = await takeUpAbandoned(db, { now });
    for (const { _id, file } of taken) log.info({ import: _id, file }, "finished what was cut off");
  },
};
