import { can } from "../../core/access/index.js";
import { CrmError } from "../../core/errors/index.js";
import { type ListName, parseQuery } from "../../core/query/index.js";
import { type Answering, answer } from "../answer.js";
import type { Asked } from "../asked.js";
import { wrongQuery, wrongWords } from "../blocks/find-mistake.js";
import { findResult } from "../blocks/find-result.js";
import type { Bot } from "../bot.js";
import { type FindQuestion, firstPage, readFound } from "../find-question.js";
import type { SlackMessage } from "../send-with-fallback.js";

/** `/creator find QUERY`: whom a query finds, as a table; a mistake with its place and the right word. */
export async function findCommand(heard: Answering, query: string): Promise<void> {
  await answer(heard, await foundMessage(heard, firstPage("creators", query, heard.asked)));
}

/** @param about what is listed, where that is not the query */
export async function foundMessage<L extends ListName>(
  { bot, asked }: { bot: Bot; asked: Asked },
  question: FindQuestion & { list: L },
  about?: string,
): Promise<SlackMessage> {
  const parsed = parseQuery(question.query, question.list);
  if (!parsed.ok) return wrongQuery(question, parsed.error);
  try {
    const { asked: of, page } = await readFound(bot, asked, question);
    const mayChange = can(of.actor, "change", of.brand._id);
    return findResult(question, page, { brand: of.brand, mayChange, ...(about === undefined ? {} : { about }) });
  } catch (error) {
    // A name in the query that there is not, told with its place.
    if (error instanceof CrmError && error.code === "wrong-input") return wrongWords(error.sayOn("slack"));
    throw error;
  }
}
