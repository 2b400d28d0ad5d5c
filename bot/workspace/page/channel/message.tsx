import type { PageMessage } from "../../wire.js";
import { findUser, useApp } from "../app/app-context.js";
import { Avatar } from "../frame/avatar.js";
import { Icon } from "../frame/icon.js";
import { clockOf, timeOf } from "../text/when.js";
import { MessageContent } from "./message-content.js";
import { MessageTools } from "./message-tools.js";
import { ThreadLink } from "./thread-link.js";

interface MessageProps {
  message: PageMessage;
  /** Under the name of the message before it. */
  isFollowing?: boolean;
  isInThread?: boolean;
}

export function Message({ message, isFollowing = false, isInThread = false }: MessageProps) {
  const { workspace, change } = useApp();
  const user = findUser(workspace, message.user);
  const isPrivate = message.onlyFor !== undefined;
  const dismiss = () => change({ kind: "deleted", channel: message.channel, ts: message.ts });
  return (
    <article
      class={`message${isPrivate ? " is-private" : ""}${isFollowing ? " is-following" : ""}`}
      data-ts={message.ts}
      aria-label={`${user?.name ?? message.user}, ${clockOf(timeOf(message.ts))}`}
    >
      {isPrivate && (
        <div class="message-private">
          <Icon name="eye" /> Only visible to you
        </div>
      )}
      <div class="message-side">{isFollowing ? <Clock ts={message.ts} /> : <Avatar user={user} />}</div>
      <div class="message-main">
        {!isFollowing && (
          <header class="message-head">
            <strong class="message-name">{user?.name ?? message.user}</strong>
            {user?.isBot && <span class="app-mark">APP</span>}
            <Clock ts={message.ts} />
          </header>
        )}
        <MessageContent message={message} />
        {isPrivate && (
          <button type="button" class="link-button" onClick={dismiss}>
            Dismiss message
          </button>
        )}
        {!isInThread && <ThreadLink message={message} />}
      </div>
      {!isPrivate && <MessageTools message={message} isInThread={isInThread} />}
    </article>
  );
}

function Clock({ ts }: { ts: string }) {
  const time = timeOf(ts);
  return (
    <time class="message-time" dateTime={time.toISOString()} title={time.toLocaleString("en-US")}>
      {clockOf(time)}
    </time>
  );
}
