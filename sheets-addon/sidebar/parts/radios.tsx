import { useId } from "preact/hooks";
import type { Choice } from "./select.js";

interface RadiosProps<V extends string> {
  label: string;
  isLabelHidden?: boolean;
  value: V | undefined;
  choices: readonly Choice<V>[];
  onChange(value: V): void;
}

export function Radios<V extends string>({ label, isLabelHidden, value, choices, onChange }: RadiosProps<V>) {
  const name = useId();
  return (
    <fieldset class="field radios">
      <legend class={isLabelHidden ? "is-hidden" : "label"}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="tick">
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
