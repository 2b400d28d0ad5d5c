import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Popup } from "./popup.js";

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  note?: string;
  isChosen?: boolean;
  href?: string;
  choose(): void;
}

interface MenuProps {
  anchor: RefObject<HTMLElement>;
  label: string;
  items: readonly MenuItem[];
  onClose(): void;
}

/** A menu to choose one thing of, by pointer or arrow keys. */
export function Menu({ anchor, label, items, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  useLayoutEffect(() => entries()[0]?.focus(), []);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = entries();
    const at = all.findIndex((entry) => entry.matches(":focus"));
    all.at((at + step) % all.length)?.focus();
  };
  const choose = (item: MenuItem) => {
    onClose();
    anchor.current?.focus();
    item.choose();
  };
  return (
    <Popup anchor={anchor} onClose={onClose}>
      <div class="menu" role="menu" aria-label={label} ref={list} onKeyDown={move} tabIndex={-1}>
        {items.map((item) => (
          <Entry key={item.key} item={item} choose={() => choose(item)} />
        ))}
      </div>
    </Popup>
  );
}

function Entry({ item, choose }: { item: MenuItem; choose(): void }) {
  const inside = (
    <>
      <span class="menu-label">{item.label}</span>
      {item.note && <span class="menu-note">{item.note}</span>}
    </>
  );
  if (item.href)
    return (
      <a class="menu-item" role="menuitem" href={item.href} target="_blank" rel="noopener noreferrer" onClick={choose}>
        {inside}
      </a>
    );
  if (item.isChosen === undefined)
    return (
      <button type="button" class="menu-item" role="menuitem" onClick={choose}>
        {inside}
      </button>
    );
  return (
    <button type="button" class="menu-item" role="menuitemradio" aria-checked={item.isChosen} onClick={choose}>
      {inside}
    </button>
  );
}
