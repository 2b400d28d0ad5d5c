import type { ComponentChildren } from "preact";
import type { PageMessage } from "../../wire.js";
import { useApp } from "../app/app-context.js";
import { follows } from "../app/select-messages.js";
import { dayKey, nameOfDay, timeOf } from "../text/when.js";
import { Message } from "./message.js";
import { useBottom } from "./use-bottom.js";

interface MessageListProps {
  label: string;
  messages: readonly PageMessage[];
  /** What stands above the first. */
  head?: ComponentChildren;
  isThread?: boolean;
}

/** The messages of a place, the newest at the bottom and in sight, with a line between days. */
export function MessageList({ label, messages, head, isThread = false }: MessageListProps) {
  const { workspace } = useApp();
  const list = useBottom(messages.at(-1), workspace.state.me);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div class="messages" role="log" aria-live="polite" aria-label={`Messages in ${label}`} tabIndex={0} ref={list}>
      <div class="messages-inside">
        {head}
        {messages.map((message, at) => (
          <Entry key={message.ts} message={message} before={messages[at - 1]} isThread={isThread} />
        ))}
      </div>
    </div>
  );
}

function Entry({
  message,
  before,
  isThread,
}: {
  message: PageMessage;
  before: PageMessage | undefined;
  isThread: boolean;
}) {
  const time = timeOf(message.ts);
  const isNewDay = before === undefined || dayKey(timeOf(before.ts)) !== dayKey(time);
  return (
    <>
      {isNewDay && !isThread && (
        <div class="day-line">
          <span>{nameOfDay(time, new Date())}</span>
        </div>
      )}
      <Message message={message} isFollowing={!isNewDay && follows(message, before)} isInThread={isThread} />
    </>
  );
}
