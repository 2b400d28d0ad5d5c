import { z } from "zod";
import { changeMany, undoBatch } from "../../core/edits/index.js";
import { answer } from "../answer.js";
import { said, tagged, tagging } from "../blocks/tag-many.js";
import { askedAbout } from "../creator-ref.js";
import { counted } from "../in-words.js";
import type { ActionListener } from "../listen.js";
import { actingOf } from "../views/creator-form.js";
import { pressedValue } from "./pressed.js";

/** Tags all that were asked about. The question gives way at once, so that it is not answered twice. */
export const tagManyPressed: ActionListener = async (heard) => {
  const { bot } = heard;
  const { query, brand, add, remove } = pressedValue(heard, tagging);
  const asked = await askedAbout(bot, heard.asked, brand);
  await answer(heard, said("Tagging…"), { replace: true });
  const working = changeMany(bot.db, query, { kind: "tag", add, remove }, actingOf(bot, asked));
  const done = await working.catch(async (error) => {
    await answer(heard, said("The tagging stopped. What was done until then counts."), {
      replace: true,
    });
    throw error;
  });
  await answer(heard, tagged({ add, remove }, done), { replace: true });
};

const undone = z.object({ batch: z.string() });

export const undoBatchPressed: ActionListener = async (heard) => {
  const { bot, asked } = heard;
  const { batch } = pressedValue(heard, undone);
  const { creators } = await undoBatch(bot.db, batch, { actor: asked.actor, now: bot.now() });
  await answer(heard, said(`Taken back for ${counted(creators, "creator")}.`), { replace: true });
};

/** A question that is not wanted any more goes. */
export const leaveItPressed: ActionListener = async ({ respond }) => {
  await respond({ delete_original: true });
};
