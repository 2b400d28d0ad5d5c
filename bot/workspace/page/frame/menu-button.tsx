import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Menu, type MenuItem } from "./menu.js";

/** A button that opens a menu. @param name what it is called, where its content has no words */
export function MenuButton(given: {
  class?: string;
  isBusy?: boolean;
  name?: string;
  menu: string;
  items: readonly MenuItem[];
  children: ComponentChildren;
}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        type="button"
        class={given.class ?? "button button-bare button-icon"}
        ref={button}
        disabled={given.isBusy}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={given.name}
        title={given.name}
        onClick={() => setOpen(!isOpen)}
      >
        {given.children}
      </button>
      {isOpen && <Menu anchor={button} label={given.menu} items={given.items} onClose={() => setOpen(false)} />}
    </>
  );
}
