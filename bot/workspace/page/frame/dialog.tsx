import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./icon.js";

interface DialogProps {
  title: string;
  /** Covered by another dialog: seen, not reachable. */
  isCovered?: boolean;
  isSmall?: boolean;
  foot: ComponentChildren;
  onClose(): void;
  onSubmit?(): void;
  children: ComponentChildren;
}

/** A modal dialog: what is behind it waits, Escape closes it, and the keyboard stays inside. */
export function Dialog({ title, isCovered = false, isSmall = false, foot, onClose, onSubmit, children }: DialogProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useKeys(dialog, isCovered, onClose);
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <div class="dialog-shade" inert={isCovered}>
      <div
        class={isSmall ? "dialog dialog-small" : "dialog"}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        ref={dialog}
        tabIndex={-1}
      >
        <form class="dialog-form" noValidate onSubmit={submit}>
          <header class="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" class="button button-bare button-icon" aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          <div class="dialog-body">{children}</div>
          <footer class="dialog-foot">{foot}</footer>
        </form>
      </div>
    </div>
  );
}

const FIRST =
  "[autofocus], .dialog-body input, .dialog-body textarea, .dialog-body select, .dialog-body button, .dialog-foot .button-primary, .dialog-foot button";

/** The first field has the focus; when the dialog is gone, what had it before gets it back. */
function useKeys(dialog: { current: HTMLElement | null }, isCovered: boolean, close: () => void): void {
  const closing = useRef(close);
  closing.current = close;
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useLayoutEffect(() => {
    if (isCovered) return;
    const first = dialog.current?.querySelector<HTMLElement>(FIRST) ?? dialog.current;
    first?.focus();
    const press = (event: KeyboardEvent) => {
      if (event.key === "Tab") turnAround(event, dialog.current);
      if (event.key === "Escape") closing.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [dialog, isCovered]);
}

const REACHABLE = "a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex='0']";

/** From the last field the Tab key goes to the first, and back. */
function turnAround(event: KeyboardEvent, dialog: HTMLElement | null): void {
  const fields = [...(dialog?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])];
  const [first, last] = [fields[0], fields.at(-1)];
  const isOutside = !dialog?.contains(document.activeElement);
  if (event.shiftKey ? document.activeElement === first || isOutside : document.activeElement === last || isOutside) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
