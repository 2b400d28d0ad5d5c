import { useId } from "preact/hooks";

interface TextFieldProps {
  label: string;
  isLabelHidden?: boolean;
  value: string;
  type?: "text" | "search" | "number" | "date";
  hint?: string;
  /** What is wrong with it. */
  mistake?: string;
  maxLength?: number;
  isCode?: boolean;
  onValue(value: string): void;
}

export function TextField({
  label,
  isLabelHidden,
  value,
  type = "text",
  hint,
  mistake,
  maxLength,
  isCode,
  onValue,
}: TextFieldProps) {
  const id = useId();
  const note = mistake ?? hint;
  return (
    <div class="field">
      <label for={id} class={isLabelHidden ? "is-hidden" : "label"}>
        {label}
      </label>
      <input
        id={id}
        class={isCode ? "input input-code" : "input"}
        type={type}
        value={value}
        min={type === "number" ? 1 : undefined}
        maxLength={maxLength}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={mistake !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      {note && (
        <p id={`${id}-note`} class={mistake ? "note note-mistake" : "note"} role={mistake ? "alert" : undefined}>
          {note}
        </p>
      )}
    </div>
  );
}
