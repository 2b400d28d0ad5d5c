import { requireRight } from "../../core/access/index.js";
import { type Answering, answer } from "../answer.js";
import { askToMerge } from "../blocks/merge-question.js";
import { readCreator } from "../creator-ref.js";
import { requireWords } from "./require-words.js";
import { splitWord } from "./split-word.js";

const EXAMPLE = "/creator merge @mia.old @mia.glow";

/** `/creator merge OLD INTO`: shows both, and asks. */
export async function mergeCommand(heard: Answering, text: string): Promise<void> {
  const { bot, asked } = heard;
  const { word: from, rest: into } = splitWord(text);
  requireWords(from, "two creators, the old one first", EXAMPLE);
  requireWords(into, "the creator to keep", EXAMPLE);
  requireRight(asked.actor, "change", asked.brand._id);
  const [gone, kept] = await Promise.all([readCreator(bot, asked, from), readCreator(bot, asked, into)]);
  await answer(heard, askToMerge(gone, kept, asked.brand));
}
