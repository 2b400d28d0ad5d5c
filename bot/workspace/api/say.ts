import type { KnownBlock } from "@slack/types";
import { z } from "zod";
import { checkMessage } from "../limits/index.js";
import { Refusal, refuseIf } from "../refusal.js";
import { nameBlocks } from "../state/name-blocks.js";
import { BOT } from "../team.js";
import type { PageFile, PageMessage } from "../wire.js";
import type { Workspace } from "../workspace.js";

/** Blocks that were checked against the limits; what they are made of is the checker's business. */
const checkedBlocks = z.array(z.custom<KnownBlock>());

export interface Said {
  channel: string;
  text?: string;
  blocks?: unknown;
  threadTs?: string;
  onlyFor?: string;
  files?: PageFile[];
}

/** Checks blocks as Slack does and gives them their ids. */
export function readBlocks(text: string | undefined, blocks: unknown): KnownBlock[] | undefined {
  refuseIf(checkMessage({ text, blocks }));
  return blocks === undefined ? undefined : nameBlocks(checkedBlocks.parse(blocks));
}

/** A message of the bot. */
export async function say(workspace: Workspace, said: Said): Promise<PageMessage> {
  const { channel, text = "", threadTs, onlyFor, files } = said;
  const blocks = files && text === "" && said.blocks === undefined ? undefined : readBlocks(text, said.blocks);
  if (threadTs && !(await workspace.messages.find(channel, threadTs))) throw new Refusal("thread_not_found");
  return workspace.messages.put({
    channel,
    ts: workspace.timestamp(),
    user: BOT.id,
    text,
    ...(threadTs ? { threadTs } : {}),
    ...(blocks ? { blocks } : {}),
    ...(onlyFor ? { onlyFor } : {}),
    ...(files ? { files } : {}),
  });
}

/** Puts other words into a message of the bot; blocks that are not named stay. */
export async function reword(
  workspace: Workspace,
  message: PageMessage,
  { text, blocks }: { text?: string; blocks?: unknown },
): Promise<PageMessage> {
  if (message.user !== BOT.id) throw new Refusal("cant_update_message");
  const changed = readBlocks(text, blocks) ?? message.blocks;
  return workspace.messages.put({
    ...message,
    text: text ?? message.text,
    ...(changed ? { blocks: changed } : {}),
    edited: true,
  });
}
