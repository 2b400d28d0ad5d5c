import { runDrop, touchDrop } from "../core/drops/index.js";
import { IMPORT_DROP } from "../core/queue/index.js";
import type { Job, JobContext } from "./job.js";

export const importDroppedFiles: Job<{ drop: string }> = {
  definition: IMPORT_DROP,
  lockLifetime: 20_000,
  async run({ drop }, context) {
    const { db, log, now, notify } = context;
    const showing = keepShowing(drop, context);
    try {
      await runDrop(db, drop, { now, log });
    } finally {
      await showing.stop();
    }
    await notify?.showDrop(drop, "surely");
    await notify?.showRejected(drop);
  },
};

/** How often people may see how far it is: whether they do is decided by what else they are told; milliseconds. */
const LOOKS = 1_000;

/** Shows how far an import is as long as it runs, and says that it is being worked on. */
function keepShowing(drop: string, { db, log, now, notify }: JobContext): { stop(): Promise<void> } {
  let showing: Promise<void> = Promise.resolve();
  const show = async () => {
    await touchDrop(db, drop, now());
    await notify?.showDrop(drop, "if-free");
  };
  const timer = setInterval(() => {
    // What fails is only progress: the result is told all the same.
    showing = showing.then(show).catch((err: unknown) => log.debug({ err }, "progress was not shown"));
  }, LOOKS);
  return {
    async stop() {
      clearInterval(timer);
      await showing;
    },
  };
}
