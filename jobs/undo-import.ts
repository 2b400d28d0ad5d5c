import { dropOfImport } from "../core/drops/index.js";
import { explainError } from "../core/errors/index.js";
import { finishAskedUndo } from "../core/imports/index.js";
import { UNDO_IMPORT } from "../core/queue/index.js";
import type { Job } from "./job.js";

export const undoAnImport: Job<{ importId: string; by: string; place: string }> = {
  definition: UNDO_IMPORT,
  lockLifetime: 60_000,
  async run({ importId, by, place }, { db, log, now, notify }) {
    const drop = await dropOfImport(db, importId);
    const said = await finishAskedUndo(db, importId, { by, now }).catch((error: unknown) => explainError(error, log));
    if (drop) await notify?.showDrop(drop._id, "surely");
    if (typeof said === "string") await notify?.tell(place, said);
    else if (!drop && said) {
      await notify?.tell(place, `Import ${importId} is undone: ${said.creators} creators taken back or changed.`);
    }
  },
};
