import { z } from "zod";
import { addNote } from "../../core/edits/index.js";
import { noteForm } from "../blocks/creator-forms.js";
import type { ActionListener, ViewListener } from "../listen.js";
import { refreshCard } from "./card-place.js";
import { carriedBy, openCreatorForm, readCarried } from "./creator-form.js";
import { errorAt } from "./error-at.js";

export const noteCreatorPressed: ActionListener = (heard) =>
  openCreatorForm(heard, (carried) => noteForm(carried.who, carriedBy(carried)));

const typed = z.object({ note: z.object({ note: z.object({ value: z.string().nullish() }) }) });

export const noteCreatorSubmitted: ViewListener = async (heard) => {
  const { view, bot } = heard;
  const { carried, asked, acting } = await readCarried(heard, view.private_metadata);
  const text = typed.parse(view.state.values).note.note.value ?? "";
  const failed = await errorAt("note", () => addNote(bot.db, carried.who, text, acting));
  return failed ?? { close: true, after: () => refreshCard(heard, asked, carried) };
};
