import { z } from "zod";
import { previewUndoBatch } from "../../core/edits/index.js";
import { takeEvent } from "../../core/events/index.js";
import { UNDO_BATCH } from "../../core/queue/index.js";
import { answer } from "../answer.js";
import { askToTagMany } from "../ask-to-tag-many.js";
import { placeOf } from "../asked.js";
import { said, tagging } from "../blocks/tag-many.js";
import { askedAbout } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { pressedValue } from "./pressed.js";

/** Tags all that were asked about. The question gives way at once, and a second click on it is none. */
export const tagManyPressed: ActionListener = async (heard) => {
  const { bot, body } = heard;
  const { query, brand, add, remove } = pressedValue(heard, tagging);
  const asked = await askedAbout(bot, heard.asked, brand);
  if (!(await isFirst(heard))) return;
  await answer(heard, said("Tagging…"), { replace: true });
  // The job answers in the same place: what is said here may not come after it.
  await askToTagMany(bot, asked, { query, tags: { add, remove } }, { reply: body.response_url, replace: true });
};

/** Of several who press the buttons of one message, one is the first. */
const isFirst = ({ bot, body }: Parameters<ActionListener>[0]): Promise<boolean> =>
  takeEvent(bot.db, `slack:answered:${body.container.channel_id}:${body.container.message_ts}`, bot.now());

const undone = z.object({ batch: z.string() });

export const undoBatchPressed: ActionListener = async (heard) => {
  const { bot, asked, body } = heard;
  const { actor } = asked;
  const { batch } = pressedValue(heard, undone);
  await previewUndoBatch(bot.db, batch, { actor });
  await answer(heard, said("Taking it back…"), { replace: true });
  const to = { reply: body.response_url, replace: true, place: placeOf(actor.id) };
  await bot.queue.add(UNDO_BATCH, { batch, by: { id: actor.id, via: actor.via }, answer: to });
};

/** A question that is not wanted any more goes. */
export const leaveItPressed: ActionListener = async ({ respond }) => {
  await respond({ delete_original: true });
};
