import type { Overflow } from "@slack/types";
import { useRef, useState } from "preact/hooks";
import { Icon } from "../frame/icon.js";
import { Menu } from "../frame/menu.js";
import { PlainText } from "../text/lines.js";
import { safeUrl } from "../text/safe-url.js";
import { type ElementProps, useElement } from "./use-element.js";

export function OverflowElement(props: ElementProps<Overflow>) {
  const { element } = props;
  const { set, isBusy } = useElement(props);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const items = element.options.map((option, at) => ({
    key: `${at}${option.value}`,
    label: <PlainText text={option.text.text} />,
    note: option.description?.text,
    href: option.url ? safeUrl(option.url) : undefined,
    choose: () => void set({ selected_option: option }),
  }));
  return (
    <>
      <button
        type="button"
        class="button button-plain button-icon"
        ref={button}
        disabled={isBusy}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label="More actions"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && <Menu anchor={button} label="More actions" items={items} onClose={() => setOpen(false)} />}
    </>
  );
}
