import { addNote } from "../../core/edits/index.js";
import type { Answering } from "../answer.js";
import { actingOf } from "../views/creator-form.js";
import { lookUpCommand } from "./look-up.js";
import { requireWords } from "./require-words.js";
import { splitWord } from "./split-word.js";

/** `/creator note WHO text`: writes a note, and shows the card with it. */
export async function noteCommand(heard: Answering, text: string): Promise<void> {
  const { word: who, rest: note } = splitWord(text);
  const example = "/creator note @mia.glow asked for the rose shade";
  requireWords(who, "whom the note is about", example);
  requireWords(note, "what to write", example);
  const { handle } = await addNote(heard.bot.db, who, note, actingOf(heard.bot, heard.asked));
  await lookUpCommand(heard, handle ?? who);
}
