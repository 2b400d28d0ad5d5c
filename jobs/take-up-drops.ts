import { forgetDrops, takeLeftDrops } from "../core/drops/index.js";
import { IMPORT_DROP, type Queue, READ_DROP, TAKE_UP_DROPS } from "../core/queue/index.js";
import type { Job } from "./job.js";
import { isAskedFor } from "./job-backend.js";
import { openQueue } from "./open-queue.js";

export const takeUpLeftDrops: Job<object> = {
  definition: TAKE_UP_DROPS,
  lockLifetime: 20_000,
  async run(_payload, { db, log, now }) {
    let queue: Queue | undefined;
    for (const { _id: drop, status } of await takeLeftDrops(db, now())) {
      const definition = status === "importing" ? IMPORT_DROP : READ_DROP;
      // It may be silent because others come first.
      if (await isAskedFor(db, definition, { drop })) continue;
      queue ??= await openQueue(db, log);
      await queue.add(definition, { drop });
      log.info({ drop }, "work on a drop was lost, and is asked for again");
    }
    await forgetDrops(db, now());
  },
};
