import { z } from "zod";
import { readDropView } from "../../core/drops/index.js";
import { CrmError } from "../../core/errors/index.js";
import { previewUndo, requireUndoing } from "../../core/imports/index.js";
import { UNDO_IMPORTS } from "../../core/queue/index.js";
import { pressedValue } from "../actions/pressed.js";
import { placeOf } from "../asked.js";
import { countingUndo, type Undoable, undoForm, undoing } from "../blocks/undo-form.js";
import type { ActionListener, ViewListener } from "../listen.js";
import { fillView } from "./fill-view.js";

const ofDrop = z.object({ drop: z.string() });
const ofImport = z.object({ import: z.string() });

/** Shows what undoing the imports of a drop would do, and asks. */
export const dropUndoPressed: ActionListener = async (heard) => {
  const { drop, imports } = await readDropView(heard.bot.db, pressedValue(heard, ofDrop).drop);
  const own = drop.files.flatMap(({ state }) => (state.is === "done" ? [state.importId] : []));
  await showUndo(
    heard,
    own.filter((id) => imports.get(id)?.status === "done"),
  );
};

/** The same for one import of the history. */
export const importUndoPressed: ActionListener = async (heard) => {
  await showUndo(heard, [pressedValue(heard, ofImport).import]);
};

/** Counting takes longer than Slack waits for a form: it opens at once and is filled then. */
async function showUndo(
  { bot: { db, now }, asked, client, body }: Parameters<ActionListener>[0],
  ids: readonly string[],
) {
  const { view } = await client.views.open({ trigger_id: body.trigger_id, view: countingUndo() });
  await fillView(client, view?.id ?? "", async () => {
    const undoable: Undoable[] = [];
    const refused: string[] = ids.length === 0 ? ["There is nothing left to undo."] : [];
    for (const id of ids) {
      try {
        undoable.push(await previewUndo(db, id, { actor: asked.actor, now }));
      } catch (error) {
        if (!(error instanceof CrmError)) throw error;
        refused.push(error.sayOn("slack"));
      }
    }
    return undoForm(undoable, refused);
  });
}

const carried = z.object({ imports: z.array(z.string()) });
const ticked = z.object({
  imports: z.object({ imports: z.object({ selected_options: z.array(z.object({ value: z.string() })) }) }),
});

/** Somebody says yes to an undo: a job takes each import back. */
export const undoSubmitted: ViewListener = async ({ bot: { db, queue, now }, asked: { actor }, view }) => {
  const { imports: all } = carried.parse(JSON.parse(view.private_metadata));
  const chosen = ticked.safeParse(view.state.values).data?.imports.imports.selected_options.map(({ value }) => value);
  const ids = all.filter((id) => chosen === undefined || chosen.includes(id));
  for (const id of ids) await requireUndoing(db, id, { actor, now });
  await queue.add(UNDO_IMPORTS, { imports: ids, by: { id: actor.id, via: actor.via }, place: placeOf(actor.id) });
  return { update: undoing(ids) };
};
