import type { Checkboxes, Option, RadioButtons } from "@slack/types";
import { useId } from "preact/hooks";
import { Text } from "../text/passages.js";
import { type ElementProps, useElement } from "./use-element.js";

const idOf = (option: Option): string => option.value ?? option.text.text;

/** Several things to tick. */
export function CheckboxesElement(props: ElementProps<Checkboxes>) {
  const { state, set } = useElement(props);
  const ticked = new Set((state.selected_options ?? []).map(idOf));
  const { options } = props.element;
  const toggle = (option: Option, isTicked: boolean) =>
    set({ selected_options: options.filter((other) => (other === option ? isTicked : ticked.has(idOf(other)))) });
  return (
    <fieldset class="ticks" aria-labelledby={props.labelledBy}>
      {options.map((option) => (
        <Tick
          key={idOf(option)}
          kind="checkbox"
          option={option}
          isTicked={ticked.has(idOf(option))}
          toggle={(isTicked) => void toggle(option, isTicked)}
        />
      ))}
    </fieldset>
  );
}

/** One thing to choose, all of them in sight. */
export function RadioButtonsElement(props: ElementProps<RadioButtons>) {
  const { state, set } = useElement(props);
  const name = useId();
  const chosen = state.selected_option ? idOf(state.selected_option) : undefined;
  return (
    <div class="ticks" role="radiogroup" aria-labelledby={props.labelledBy}>
      {props.element.options.map((option) => (
        <Tick
          key={idOf(option)}
          kind="radio"
          name={name}
          option={option}
          isTicked={idOf(option) === chosen}
          toggle={() => void set({ selected_option: option })}
        />
      ))}
    </div>
  );
}

interface TickProps {
  kind: "checkbox" | "radio";
  name?: string;
  option: Option;
  isTicked: boolean;
  toggle(isTicked: boolean): void;
}

function Tick({ kind, name, option, isTicked, toggle }: TickProps) {
  return (
    <label class="tick">
      <input
        type={kind}
        name={name}
        checked={isTicked}
        onChange={({ currentTarget }) => toggle(currentTarget.checked)}
      />
      <span class="tick-text">
        <Text text={option.text} />
        {option.description && (
          <small>
            <Text text={option.description} />
          </small>
        )}
      </span>
    </label>
  );
}
