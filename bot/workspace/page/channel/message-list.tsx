import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PageMessage } from "../../wire.js";
import { follows } from "../app/select-messages.js";
import { dayKey, nameOfDay, timeOf } from "../text/when.js";
import { Message } from "./message.js";

interface MessageListProps {
  label: string;
  messages: readonly PageMessage[];
  empty: ComponentChildren;
  isThread?: boolean;
}

/** The messages of a place, the newest at the bottom and in sight, with a line between days. */
export function MessageList({ label, messages, empty, isThread = false }: MessageListProps) {
  const list = useStickToBottom();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div class="messages" role="log" aria-live="polite" aria-label={`Messages in ${label}`} tabIndex={0} ref={list}>
      <div class="messages-inside">
        {messages.length === 0 && empty}
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

/** How near to the bottom counts as being there; in pixels. */
const NEAR = 120;

/** Stays at the bottom while what is inside grows, unless the person has scrolled up to read. */
function useStickToBottom() {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = list.current;
    if (!box?.firstElementChild) return;
    let isAtBottom = true;
    const note = () => {
      isAtBottom = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    };
    const follow = new ResizeObserver(() => {
      if (isAtBottom) box.scrollTop = box.scrollHeight;
    });
    follow.observe(box.firstElementChild);
    follow.observe(box);
    box.addEventListener("scroll", note, { passive: true });
    return () => {
      follow.disconnect();
      box.removeEventListener("scroll", note);
    };
  }, []);
  return list;
}
