import { useRef, useState } from "preact/hooks";
import type { PageMessage } from "../../wire.js";
import { useApp } from "../app/app-context.js";
import { postShortcut } from "../ask/requests.js";
import { Icon } from "../frame/icon.js";
import { Menu } from "../frame/menu.js";

/** What can be done with a message: shown while it is pointed at or holds the focus. */
export function MessageTools({ message, isInThread }: { message: PageMessage; isInThread: boolean }) {
  const { workspace, change, attempt } = useApp();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { channel, ts } = message;
  const { me, shortcuts } = workspace.state;
  const items = shortcuts
    .filter(({ kind }) => kind === "message")
    .map(({ callbackId, name }) => ({
      key: callbackId,
      label: name,
      choose: () => void attempt(() => postShortcut({ as: me, callbackId, message: { channel, ts } })),
    }));
  const reply = () => change({ kind: "thread", thread: { channel, ts: message.threadTs ?? ts } });
  return (
    <div class={isOpen ? "message-tools is-open" : "message-tools"} role="toolbar" aria-label="Message">
      {!isInThread && (
        <button
          type="button"
          class="button button-bare button-icon"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={reply}
        >
          <Icon name="reply" />
        </button>
      )}
      {items.length > 0 && (
        <button
          type="button"
          class="button button-bare button-icon"
          ref={button}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          aria-label="More actions"
          title="More actions"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="more" />
        </button>
      )}
      {isOpen && <Menu anchor={button} label="Message shortcuts" items={items} onClose={() => setOpen(false)} />}
    </div>
  );
}
