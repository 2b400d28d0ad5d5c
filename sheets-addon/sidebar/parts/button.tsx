import type { ComponentChildren } from "preact";

interface ButtonProps {
  /** One primary thing a place; `text` for what stands beside many others. */
  look?: "primary" | "outlined" | "text" | "danger";
  /** Says more than the words on it, which it begins with. */
  label?: string;
  isBusy?: boolean;
  isDisabled?: boolean;
  isSubmit?: boolean;
  isExpanded?: boolean;
  onClick?(): void;
  children: ComponentChildren;
}

/** While it is busy it keeps the focus, and does nothing. */
export function Button({
  look = "outlined",
  label,
  isBusy = false,
  isDisabled,
  isSubmit,
  isExpanded,
  onClick,
  children,
}: ButtonProps) {
  return (
    <button
      type={isSubmit ? "submit" : "button"}
      class={`button button-${look}`}
      aria-label={label}
      aria-busy={isBusy}
      aria-disabled={isBusy}
      aria-expanded={isExpanded}
      disabled={isDisabled}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.();
      }}
    >
      {isBusy && <span class="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}
