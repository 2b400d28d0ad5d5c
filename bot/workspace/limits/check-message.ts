import { z } from "zod";
import { checkBlocks } from "./check-blocks.js";
import { type Problem, problemAt } from "./problem.js";

/** Slack cuts a text at this length and says so; here it is refused, because a cut text was never meant. */
const MOST_TEXT = 40_000;

const message = z.looseObject({ text: z.string().optional(), blocks: z.unknown().optional() });

/** Says why Slack would refuse a message: `chat.postMessage`, an answer to a `response_url`, an unfurl. */
export function checkMessage(asked: unknown): Problem[] {
  const read = message.safeParse(asked);
  if (!read.success) return [problemAt("invalid_arguments", "must be an object with text", [])];
  const { text = "", blocks } = read.data;
  const problems: Problem[] = [];
  if (text === "" && (blocks === undefined || (Array.isArray(blocks) && blocks.length === 0))) {
    problems.push(problemAt("no_text", "must have text or blocks", []));
  }
  if (text.length > MOST_TEXT) {
    problems.push(problemAt("msg_too_long", `must be less than ${MOST_TEXT + 1} characters`, ["text"]));
  }
  if (blocks !== undefined) problems.push(...checkBlocks(blocks, "message"));
  return problems;
}
