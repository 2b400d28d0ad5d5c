import { findQuestion } from "../find-question.js";
import type { ActionListener } from "../listen.js";
import { openSaveSegment } from "../views/save-segment.js";
import { pressedValue } from "./pressed.js";

/** The form that saves what a list was asked for under a name. */
export const saveFoundPressed: ActionListener = async (heard) => {
  const { list, query, brand } = pressedValue(heard, findQuestion);
  await openSaveSegment(heard, heard.body.trigger_id, { list, query, brandId: brand });
};
