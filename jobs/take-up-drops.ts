import { forgetDrops, takeLeftDrops } from "../core/drops/index.js";
import { IMPORT_DROP, READ_DROP, TAKE_UP_DROPS } from "../core/queue/index.js";
import type { Job } from "./job.js";
import { openQueue } from "./open-queue.js";

export const takeUpLeftDrops: Job<object> = {
  definition: TAKE_UP_DROPS,
  lockLifetime: 20_000,
  async run(_payload, { db, log, now }) {
    const left = await takeLeftDrops(db, now());
    const queue = left.length > 0 ? await openQueue(db, log) : undefined;
    for (const { _id: drop, status } of left) {
      await queue?.add(status === "importing" ? IMPORT_DROP : READ_DROP, { drop });
      log.info({ drop }, "work on a drop was lost, and is asked for again");
    }
    await forgetDrops(db, now());
  },
};
