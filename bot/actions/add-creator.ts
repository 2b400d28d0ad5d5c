import { addCreator } from "../../core/edits/index.js";
import { answer } from "../answer.js";
import { lookUpMessage } from "../commands/look-up.js";
import { askedAbout, creatorRef } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { actingOf } from "../views/creator-form.js";
import { pressedValue } from "./pressed.js";

/** Takes in by hand whom a search did not find; the card stands in place of what was said of it. */
export const addCreatorPressed: ActionListener = async (heard) => {
  const { who, brand } = pressedValue(heard, creatorRef);
  const asked = await askedAbout(heard.bot, heard.asked, brand);
  const { handle } = await addCreator(heard.bot.db, who, {}, actingOf(heard.bot, asked));
  const card = await lookUpMessage({ bot: heard.bot, asked }, handle === undefined ? who : `@${handle}`);
  await answer(heard, card, { replace: true });
};
