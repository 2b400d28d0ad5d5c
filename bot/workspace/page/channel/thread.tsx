import { findChannel, nameOfChannel, useApp } from "../app/app-context.js";
import { threadOf } from "../app/select-messages.js";
import { Icon } from "../frame/icon.js";
import { Composer } from "./composer.js";
import { DropZone } from "./drop-zone.js";
import { Message } from "./message.js";
import { MessageList } from "./message-list.js";
import { useDraft } from "./use-draft.js";

/** A thread at the right: the message it hangs on, its replies, and a composer of its own. */
export function Thread({ channel, ts }: { channel: string; ts: string }) {
  const { workspace, change } = useApp();
  const draft = useDraft({ channel, threadTs: ts });
  const { parent, replies } = threadOf(workspace, { channel, ts });
  const place = findChannel(workspace, channel);
  const close = () => change({ kind: "thread", thread: undefined });
  const head = (
    <>
      {parent ? <Message message={parent} isInThread /> : <p class="thread-gone">The message is gone.</p>}
      <div class="thread-line">
        <span>{replies.length === 1 ? "1 reply" : `${replies.length} replies`}</span>
      </div>
    </>
  );
  return (
    <aside class="thread" aria-label="Thread" onKeyDown={({ key }) => key === "Escape" && close()}>
      <DropZone place="the thread" onDrop={draft.addFiles}>
        <header class="place-head">
          <div class="place-title">
            <h2>Thread</h2>
            {place && (
              <span class="place-note">
                {place.kind === "channel" && "#"}
                {nameOfChannel(workspace, place)}
              </span>
            )}
            <button
              type="button"
              class="button button-bare button-icon place-close"
              aria-label="Close the thread"
              onClick={close}
            >
              <Icon name="close" />
            </button>
          </div>
        </header>
        <MessageList label="the thread" messages={replies} head={head} isThread />
        <Composer draft={draft} label="Reply…" />
      </DropZone>
    </aside>
  );
}
