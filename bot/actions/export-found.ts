import { EXPORT_LIST } from "../../core/queue/index.js";
import { answer } from "../answer.js";
import { placeOf } from "../asked.js";
import { said } from "../blocks/tag-many.js";
import { askedAbout } from "../creator-ref.js";
import { findQuestion } from "../find-question.js";
import type { ActionListener } from "../listen.js";
import { pressedValue } from "./pressed.js";

/** All that a query finds, as a file in the person's messages with Roster: a job writes it. */
export const exportFoundPressed: ActionListener = async (heard) => {
  const { bot, body } = heard;
  const { list, query, brand } = pressedValue(heard, findQuestion);
  const { actor } = await askedAbout(bot, heard.asked, brand);
  await bot.queue.add(EXPORT_LIST, {
    ...{ list, query, brandId: brand, by: { id: actor.id, via: actor.via } },
    answer: { reply: body.response_url, replace: false, place: placeOf(actor.id) },
  });
  await answer(heard, said("The file is being written. It comes into your messages with Roster."));
};
