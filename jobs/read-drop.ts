import { type FetchFile, readDrop } from "../core/drops/index.js";
import { CrmError } from "../core/errors/index.js";
import { READ_DROP } from "../core/queue/index.js";
import type { Job } from "./job.js";

export const readDroppedFiles: Job<{ drop: string }> = {
  definition: READ_DROP,
  lockLifetime: 60_000,
  async run({ drop }, { db, log, now, notify, fetchFile = nowhere }) {
    // What fails is only progress: the preview is told all the same.
    const step = async () =>
      notify?.showDrop(drop, "if-free").catch((err: unknown) => log.debug({ err }, "progress was not shown"));
    await readDrop(db, drop, { fetch: fetchFile, now, step });
    await notify?.showDrop(drop, "surely");
  },
};

const nowhere: FetchFile = async () => {
  throw new CrmError("unreachable", "a worker without Slack", {
    say: "The worker has no way to fetch files: it was started without SLACK_BOT_TOKEN.",
  });
};
