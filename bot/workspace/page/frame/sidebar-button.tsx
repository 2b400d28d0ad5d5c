import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { Icon } from "./icon.js";

/** Whether the sidebar is open where there is no room for it all the time. */
export const SidebarContext = createContext<{ isOpen: boolean; setOpen(isOpen: boolean): void }>({
  isOpen: false,
  setOpen() {},
});

export function SidebarButton() {
  const { isOpen, setOpen } = useContext(SidebarContext);
  return (
    <button
      type="button"
      class="button button-bare button-icon sidebar-button"
      aria-label="Channels"
      aria-expanded={isOpen}
      aria-controls="sidebar"
      onClick={() => setOpen(!isOpen)}
    >
      <Icon name="menu" />
    </button>
  );
}
