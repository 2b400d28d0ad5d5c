import { LOOK_AT_SEGMENTS } from "../core/queue/index.js";
import { lookAtSegments } from "../core/segments/index.js";
import type { Job } from "./job.js";

export const lookAtAllSegments: Job<object> = {
  definition: LOOK_AT_SEGMENTS,
  lockLifetime: 30 * 60_000,
  async run(_payload, { db, now }) {
    await lookAtSegments(db, now());
  },
};
