import { useId } from "preact/hooks";

export interface Choice<V extends string> {
  value: V;
  label: string;
}

interface SelectProps<V extends string> {
  label: string;
  /** Said, not shown. */
  isLabelHidden?: boolean;
  value: V;
  choices: readonly Choice<V>[];
  onChange(value: V): void;
}

export function Select<V extends string>({ label, isLabelHidden, value, choices, onChange }: SelectProps<V>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={isLabelHidden ? "is-hidden" : "label"}>
        {label}
      </label>
      <select
        id={id}
        class="input select"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((choice) => choice.value === currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
