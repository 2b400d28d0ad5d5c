import { unmergeCreators } from "../../core/edits/index.js";
import { type Answering, answer } from "../answer.js";
import { said } from "../blocks/tag-many.js";
import { actingOf } from "../views/creator-form.js";
import { requireWords } from "./require-words.js";

/** `/creator unmerge WHO`: takes out again who was merged under that name. */
export async function unmergeCommand(heard: Answering, who: string): Promise<void> {
  requireWords(who, "who is to be taken out again", "/creator unmerge @mia.old");
  const { takenBack } = await unmergeCreators(heard.bot.db, who, actingOf(heard.bot, heard.asked));
  await answer(heard, said(`${takenBack.key} is a creator of its own again.`));
}
