import { useRef, useState } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { postShortcut } from "../ask/requests.js";
import { Icon } from "../frame/icon.js";
import { Menu } from "../frame/menu.js";

/** The bot's global shortcuts. */
export function ShortcutsButton() {
  const { workspace, attempt } = useApp();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { me, shortcuts } = workspace.state;
  const items = shortcuts
    .filter(({ kind }) => kind === "global")
    .map(({ callbackId, name }) => ({
      key: callbackId,
      label: name,
      choose: () => void attempt(() => postShortcut({ as: me, callbackId })),
    }));
  if (items.length === 0) return null;
  return (
    <>
      <button
        type="button"
        class="button button-bare button-icon"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label="Shortcuts"
        title="Shortcuts"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="plus" />
      </button>
      {isOpen && <Menu anchor={button} label="Shortcuts" items={items} onClose={() => setOpen(false)} />}
    </>
  );
}
