import type { PageMessage } from "../../wire.js";
import { useApp } from "../app/app-context.js";
import { postShortcut } from "../ask/requests.js";
import { Icon } from "../frame/icon.js";
import { MenuButton } from "../frame/menu-button.js";

/** What can be done with a message: shown while it is pointed at or holds the focus. */
export function MessageTools({ message, isInThread }: { message: PageMessage; isInThread: boolean }) {
  const { workspace, change, attempt } = useApp();
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
    <div class="message-tools" role="toolbar" aria-label="Message">
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
        <MenuButton name="More actions" menu="Message shortcuts" items={items}>
          <Icon name="more" />
        </MenuButton>
      )}
    </div>
  );
}
