import type { KnownBlock, RichTextBlock } from "@slack/types";
import { explain, type QueryError } from "../../core/query/index.js";
import type { FindQuestion } from "../find-question.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { actions, button, cutTo, section, small } from "./parts.js";
import { messageText } from "./text.js";

/** Letters that a button may carry, a little less than Slack takes. */
const MOST_VALUE = 1_950;
/** Letters of a mistake that are shown. */
const MOST_SHOWN = 1_000;

/** A mistake in a query: its place, the reason, and where there is a right word a button that asks with it. */
export function wrongQuery(question: FindQuestion, error: QueryError): SlackMessage {
  const { list, query, brand } = question;
  const words = wrongWords(explain(query, error));
  if (error.suggestion === undefined) return words;
  const { position, length, suggestion } = error;
  const mended = `${query.slice(0, position)}${suggestion}${query.slice(position + length)}`;
  const value = { list, query: mended, brand };
  if (JSON.stringify(value).length > MOST_VALUE) return words;
  const retry: KnownBlock[] = [
    section(`Did you mean: ${cutTo(mended, 300)}`),
    actions(button("Find that", { id: "find-mended", value })),
  ];
  return { ...words, blocks: [...words.blocks, ...retry] };
}

/** What core says of a query: the query, a line of carets below it, and the reason, letter below letter. */
export function wrongWords(say: string): SlackMessage {
  return {
    text: messageText(say.split("\n").slice(2).join(" ") || say),
    blocks: [preformatted(cutTo(say, MOST_SHOWN)), small("How queries are written: /creator help find")],
  };
}

const preformatted = (text: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }],
});
