import type { Log } from "../../../core/log/index.js";

export interface Background {
  run(work: Promise<void>): void;
  /** Resolves when all work has ended, that which work began too. */
  settled(): Promise<void>;
}

/** Work for which nobody waits. */
export function createBackground(log: Log): Background {
  const underWay = new Set<Promise<void>>();
  return {
    run(work) {
      const logged = work
        .catch((error) => log.error({ err: error }, "the workspace failed in the background"))
        .finally(() => underWay.delete(logged));
      underWay.add(logged);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
