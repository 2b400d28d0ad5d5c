import type { CreatorRow } from "../../core/lists/index.js";
import { lookUp } from "../../core/lookup/index.js";
import { type Answering, answer } from "../answer.js";
import { calledOf } from "../blocks/creator-facts.js";
import { scopeOf } from "../creator-ref.js";
import { firstPage } from "../find-question.js";
import { foundMessage } from "./find.js";

/** `/creator samples WHO|QUERY` and `videos`: those of one creator, or all that a query finds, the newest first. */
export async function listFactsCommand(heard: Answering, list: "samples" | "videos", text: string): Promise<void> {
  const creator = await onlyOne(heard, text);
  if (creator?.handle === undefined) {
    return answer(heard, await foundMessage(heard, firstPage(list, text, heard.asked)));
  }
  const question = firstPage(list, `by:(handle:=${creator.handle})`, heard.asked);
  await answer(heard, await foundMessage(heard, question, `of ${calledOf(creator)}`));
}

/** What stands in a query only. */
const ASKS = /:|\bOR\b|[()]/;
const LINK = /^https?:\/\//i;

/** The creator that the words name, when they name one; words that are a query name nobody. */
async function onlyOne({ bot, asked }: Answering, text: string): Promise<CreatorRow | undefined> {
  if (text === "" || (ASKS.test(text) && !LINK.test(text))) return undefined;
  const found = await lookUp(bot.db, text, scopeOf(asked));
  return found.kind === "one" ? found.creator : undefined;
}
