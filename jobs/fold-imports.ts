import { foldExpired } from "../core/imports/index.js";
import { FOLD_IMPORTS } from "../core/queue/index.js";
import type { Job } from "./job.js";

export const foldImports: Job<{ undoDays?: number }> = {
  definition: FOLD_IMPORTS,
  lockLifetime: 60 * 60_000,
  async run({ undoDays }, { db, log, now }) {
    const folded = await foldExpired(db, { now: now(), undoDays });
    if (folded > 0) log.info({ imports: folded }, "folded imports that can no longer be undone");
  },
};
