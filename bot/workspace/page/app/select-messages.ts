import type { PageMessage } from "../../wire.js";
import type { Workspace } from "./workspace.js";

/** The messages of a channel that are not inside a thread. */
export function messagesIn({ state }: Workspace, channel: string): PageMessage[] {
  return state.messages.filter((message) => message.channel === channel && !isReply(message));
}

export interface Thread {
  parent?: PageMessage;
  replies: PageMessage[];
}

export function threadOf({ state }: Workspace, { channel, ts }: { channel: string; ts: string }): Thread {
  const here = state.messages.filter((message) => message.channel === channel);
  return {
    parent: here.find((message) => message.ts === ts),
    replies: here.filter((message) => message.threadTs === ts && isReply(message)),
  };
}

/** Whether something was written there that this person has not seen. */
export function isUnread({ state, read }: Workspace, channel: string): boolean {
  const seen = Number(read[channel] ?? 0);
  return state.messages.some(
    (message) => message.channel === channel && message.user !== state.me && Number(message.ts) > seen,
  );
}

/** How long after a message the next one of the same person stands under the same name; in seconds. */
const TOGETHER = 300;

/** Whether a message stands under the name of the one before it. A private one has its own. */
export function follows(message: PageMessage, before: PageMessage | undefined): boolean {
  if (before === undefined || before.user !== message.user) return false;
  if (message.onlyFor !== undefined || before.onlyFor !== undefined) return false;
  return Number(message.ts) - Number(before.ts) < TOGETHER;
}

const isReply = ({ ts, threadTs }: PageMessage): boolean => threadTs !== undefined && threadTs !== ts;
