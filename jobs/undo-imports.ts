import { type Actor, inTheNameOf } from "../core/access/index.js";
import { dropOfImport } from "../core/drops/index.js";
import { finishAskedUndo } from "../core/imports/index.js";
import { UNDO_IMPORTS } from "../core/queue/index.js";
import type { Job, JobContext } from "./job.js";
import { whyStopped } from "./tell-outcome.js";

interface Asked {
  imports: string[];
  by: Pick<Actor, "id" | "via">;
  place: string;
}

/** Run again after a crash, it goes on with the imports that are not undone yet. */
export const undoAskedImports: Job<Asked> = {
  definition: UNDO_IMPORTS,
  lockLifetime: 20_000,
  async run({ imports, by, place }, context) {
    const drops = new Set<string>();
    // What came last goes first: then nothing is computed that another undo changes at once.
    for (const importId of imports.toReversed()) {
      const drop = await dropOfImport(context.db, importId);
      await undoOne({ importId, by, place, isShown: drop !== undefined }, context);
      if (drop) drops.add(drop._id);
    }
    for (const drop of drops) await context.notify?.showDrop(drop, "surely");
  },
};

/** Why an import cannot be undone is told to who asked; one that no message shows, also that it is. */
async function undoOne(
  { importId, by, place, isShown }: { importId: string; by: Asked["by"]; place: string; isShown: boolean },
  { db, now, notify }: JobContext,
): Promise<void> {
  try {
    const report = await finishAskedUndo(db, importId, { actor: inTheNameOf(by), now });
    if (isShown || report === undefined) return;
    await notify?.tell(place, `Import ${importId} is undone: ${report.creators} creators taken back or changed.`);
  } catch (error) {
    await notify?.tell(place, whyStopped(error, by.via));
  }
}
