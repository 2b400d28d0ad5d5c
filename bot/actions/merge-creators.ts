import { mergeCreators, unmergeCreators } from "../../core/edits/index.js";
import { answer } from "../answer.js";
import { merged, merging } from "../blocks/merge-question.js";
import { said } from "../blocks/tag-many.js";
import { askedAbout } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { actingOf } from "../views/creator-form.js";
import { pressedValue } from "./pressed.js";

export const mergeCreatorsPressed: ActionListener = async (heard) => {
  const wanted = pressedValue(heard, merging);
  const asked = await askedAbout(heard.bot, heard.asked, wanted.brand);
  await mergeCreators(heard.bot.db, wanted.from, wanted.into, actingOf(heard.bot, asked));
  await answer(heard, merged(wanted), { replace: true });
};

export const unmergeCreatorsPressed: ActionListener = async (heard) => {
  const { from, into, brand } = pressedValue(heard, merging);
  const asked = await askedAbout(heard.bot, heard.asked, brand);
  await unmergeCreators(heard.bot.db, from, actingOf(heard.bot, asked));
  await answer(heard, said(`${from} and ${into} are two creators again.`), { replace: true });
};
