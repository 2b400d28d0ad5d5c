import { inTheNameOf } from "../core/access/index.js";
import { undoBatch } from "../core/edits/index.js";
import { UNDO_BATCH, type UndoBatchPayload } from "../core/queue/index.js";
import type { Job } from "./job.js";
import { tellOutcome } from "./tell-outcome.js";

/** Run again after a crash, it says that the change is undone; `finishBatches` goes through with that. */
export const undoAskedBatch: Job<UndoBatchPayload> = {
  definition: UNDO_BATCH,
  lockLifetime: 30_000,
  async run({ batch, by, answer }, { db, now, notify }) {
    await tellOutcome(notify, { answer, via: by.via }, async () => {
      const { creators } = await undoBatch(db, batch, { actor: inTheNameOf(by), now: now() });
      return { is: "undone", creators };
    });
  },
};
