import { answer } from "../answer.js";
import { foundMessage } from "../commands/find.js";
import { findQuestion } from "../find-question.js";
import type { ActionListener } from "../listen.js";
import { pressedValue } from "./pressed.js";

/** Another page of a list, or a query that was mended, in place of the one before. */
export const findPagePressed: ActionListener = async (heard) => {
  await answer(heard, await foundMessage(heard, pressedValue(heard, findQuestion)), { replace: true });
};
