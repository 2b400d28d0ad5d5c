import type { Overflow } from "@slack/types";
import { Icon } from "../frame/icon.js";
import { MenuButton } from "../frame/menu-button.js";
import { PlainText } from "../text/lines.js";
import { safeUrl } from "../text/safe-url.js";
import { type ElementProps, useElement } from "./use-element.js";

export function OverflowElement(props: ElementProps<Overflow>) {
  const { element } = props;
  const { set, isBusy } = useElement(props);
  const items = element.options.map((option, at) => ({
    key: `${at}${option.value}`,
    label: <PlainText text={option.text.text} />,
    note: option.description?.text,
    href: option.url ? safeUrl(option.url) : undefined,
    choose: () => void set({ selected_option: option }),
  }));
  return (
    <MenuButton
      class="button button-plain button-icon"
      name="More actions"
      menu="More actions"
      items={items}
      isBusy={isBusy}
    >
      <Icon name="more" />
    </MenuButton>
  );
}
