import { foldExpired, sweepOriginals } from "../core/imports/index.js";
import { FOLD_IMPORTS } from "../core/queue/index.js";
import type { Job } from "./job.js";

export const foldImports: Job<object> = {
  definition: FOLD_IMPORTS,
  lockLifetime: 60 * 60_000,
  async run(_payload, { db, log, now }) {
    const folded = await foldExpired(db, now());
    const swept = await sweepOriginals(db, now());
    if (folded + swept > 0) log.info({ imports: folded, files: swept }, "let go of what can no longer be undone");
  },
};
