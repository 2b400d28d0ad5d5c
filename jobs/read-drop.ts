import { type FetchFile, readDrop } from "../core/drops/index.js";
import { CrmError } from "../core/errors/index.js";
import { READ_DROP } from "../core/queue/index.js";
import type { Job, JobContext } from "./job.js";

export const readDroppedFiles: Job<{ drop: string }> = {
  definition: READ_DROP,
  lockLifetime: 20_000,
  async run({ drop }, context) {
    const { db, log, now, notify, fetchFile = nowhere } = context;
    await readDrop(db, drop, { fetch: fetchFile, now, log, step: showing(drop, context) });
    await notify?.showDrop(drop, "surely");
  },
};

/** Reading that takes no longer is shown when it is through: showing how far it is would delay that; milliseconds. */
const QUICK = 2_000;

function showing(drop: string, { log, notify }: JobContext): () => Promise<void> {
  const startedAt = performance.now();
  return async () => {
    if (performance.now() - startedAt < QUICK) return;
    // What fails is only progress: the preview is told all the same.
    await notify?.showDrop(drop, "if-free").catch((err: unknown) => log.debug({ err }, "progress was not shown"));
  };
}

const nowhere: FetchFile = async () => {
  throw new CrmError("unreachable", "a worker without Slack", {
    say: "The worker has no way to fetch files: it was started without SLACK_BOT_TOKEN.",
  });
};
