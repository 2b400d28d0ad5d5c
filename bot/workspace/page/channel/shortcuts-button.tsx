import { useApp } from "../app/app-context.js";
import { postShortcut } from "../ask/requests.js";
import { Icon } from "../frame/icon.js";
import { MenuButton } from "../frame/menu-button.js";

/** The bot's global shortcuts. */
export function ShortcutsButton() {
  const { workspace, attempt } = useApp();
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
    <MenuButton name="Shortcuts" menu="Shortcuts" items={items}>
      <Icon name="plus" />
    </MenuButton>
  );
}
