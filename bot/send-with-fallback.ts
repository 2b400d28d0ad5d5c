import { RespondError } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import { hasNewKinds, plainBlocks } from "./blocks/plain-blocks.js";

/** A message as Slack gets it: `text` is what notifications, searches and old programs show. */
export interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
}

/** Sends a message; where Slack does not take its newer kinds of blocks, the same content goes out in old ones. */
export async function sendWithFallback<Sent>(
  send: (message: SlackMessage) => Promise<Sent>,
  message: SlackMessage,
): Promise<Sent> {
  try {
    return await send(message);
  } catch (error) {
    if (!areBlocksRefused(error) || !hasNewKinds(message.blocks)) throw error;
    return send({ ...message, blocks: plainBlocks(message.blocks) });
  }
}

/** What Slack says of blocks that it does not take, in answer to a method of its Web API. */
const CODES = new Set<unknown>(["invalid_blocks", "invalid_blocks_format"]);
/** A `response_url` says it by its status alone, and nowhere is written by which. */
const STATUSES = new Set([400, 500]);

function areBlocksRefused(error: unknown): boolean {
  if (error instanceof RespondError) return STATUSES.has(error.statusCode);
  if (!(error instanceof Error) || !("data" in error)) return false;
  const { data } = error;
  return typeof data === "object" && data !== null && "error" in data && CODES.has(data.error);
}
