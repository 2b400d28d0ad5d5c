import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../frame/icon.js";
import { withEmoji } from "../text/emoji.js";
import type { Choice, Menu } from "./choice.js";
import type { Spot } from "./element-state.js";
import { useOffered } from "./offered-choices.js";

interface SelectListProps {
  menu: Menu;
  spot: Spot;
  chosen: readonly Choice[];
  isMulti: boolean;
  pick(choice: Choice): void;
}

/** The open list of a select: typing narrows it, arrows move, Enter picks. */
export function SelectList({ menu, spot, chosen, isMulti, pick }: SelectListProps) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const { choices, note } = useOffered(menu, spot, typed);
  const active = Math.min(at, choices.length - 1);
  useLayoutEffect(() => search.current?.focus(), []);
  useLayoutEffect(() => list.current?.querySelector(".is-active")?.scrollIntoView({ block: "nearest" }), [active]);

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = choices[active];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step) setAt(Math.max(0, Math.min(active + step, choices.length - 1)));
    else if (choice) pick(choice);
  };
  const write = (text: string) => {
    setTyped(text);
    setAt(0);
  };
  return (
    <div class="select-list">
      <div class="select-search">
        <Icon name="search" />
        <input
          ref={search}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={choices[active] ? `${listId}-${active}` : undefined}
          aria-label="Search"
          placeholder="Search"
          value={typed}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <div class="select-options" id={listId} role="listbox" aria-multiselectable={isMulti} ref={list} tabIndex={-1}>
        {choices.map((choice, place) => (
          <Entry
            key={choice.id}
            id={`${listId}-${place}`}
            choice={choice}
            group={choice.group === choices[place - 1]?.group ? undefined : choice.group}
            isActive={place === active}
            isChosen={chosen.some(({ id }) => id === choice.id)}
            pick={pick}
          />
        ))}
        {choices.length === 0 && (
          <p class="select-note" role="status">
            {note}
          </p>
        )}
      </div>
    </div>
  );
}

interface EntryProps {
  id: string;
  choice: Choice;
  group?: string;
  isActive: boolean;
  isChosen: boolean;
  pick(choice: Choice): void;
}

function Entry({ id, choice, group, isActive, isChosen, pick }: EntryProps) {
  return (
    <>
      {group && (
        <div class="select-group" role="presentation">
          {withEmoji(group)}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search field above hears the keys */}
      <div
        id={id}
        class={isActive ? "select-option is-active" : "select-option"}
        role="option"
        tabIndex={-1}
        aria-selected={isChosen}
        onClick={() => pick(choice)}
      >
        <span class="select-check">{isChosen && <Icon name="check" />}</span>
        <span class="select-label">
          {withEmoji(choice.label)}
          {choice.description && <small>{withEmoji(choice.description)}</small>}
        </span>
      </div>
    </>
  );
}
