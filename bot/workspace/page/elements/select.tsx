import { useRef, useState } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { Icon } from "../frame/icon.js";
import { Popup } from "../frame/popup.js";
import { withEmoji } from "../text/emoji.js";
import { type Choice, choicesOf, chosenIn, type Menu, stateOf } from "./choice.js";
import { SelectList } from "./select-list.js";
import { type ElementProps, useElement } from "./use-element.js";

/** A select of any kind: pressed, it opens a list to search in. */
export function SelectElement(props: ElementProps<Menu>) {
  const { element, labelledBy } = props;
  const { workspace } = useApp();
  const { state, set, isBusy, hasError } = useElement(props);
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isMulti = element.type.startsWith("multi_");
  const chosen = chosenIn(state, choicesOf(element, workspace));
  const most = isMulti && "max_selected_items" in element ? element.max_selected_items : undefined;

  const close = () => setOpen(false);
  const pick = (choice: Choice) => {
    const others = chosen.filter(({ id }) => id !== choice.id);
    const isNew = others.length === chosen.length;
    if (isMulti && isNew && most !== undefined && chosen.length >= most) return;
    void set(stateOf(element, isMulti ? [...others, ...(isNew ? [choice] : [])] : [choice]));
    if (isMulti) return;
    close();
    button.current?.focus();
  };
  const shown = isMulti ? "" : withEmoji(chosen[0]?.label ?? "");
  const placeholder = withEmoji(element.placeholder?.text ?? (isMulti ? "Choose some" : "Choose one"));
  return (
    <div class="select" ref={box}>
      {isMulti && <Chips chosen={chosen} drop={pick} />}
      <button
        type="button"
        class="select-button"
        ref={button}
        disabled={isBusy}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-invalid={hasError}
        aria-labelledby={labelledBy}
        aria-label={labelledBy ? undefined : shown || placeholder}
        onClick={() => setOpen(!isOpen)}
      >
        <span class={shown ? "select-value" : "select-value select-empty"}>{shown || placeholder}</span>
        <Icon name="down" />
      </button>
      {isOpen && (
        <Popup anchor={box} onClose={close}>
          <SelectList menu={element} spot={props.spot} chosen={chosen} isMulti={isMulti} pick={pick} />
        </Popup>
      )}
    </div>
  );
}

function Chips({ chosen, drop }: { chosen: readonly Choice[]; drop(choice: Choice): void }) {
  return (
    <>
      {chosen.map((choice) => (
        <span class="chip" key={choice.id}>
          {withEmoji(choice.label)}
          <button type="button" class="chip-drop" aria-label={`Remove ${choice.label}`} onClick={() => drop(choice)}>
            <Icon name="close" />
          </button>
        </span>
      ))}
    </>
  );
}
