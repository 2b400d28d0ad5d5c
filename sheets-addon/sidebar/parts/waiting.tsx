import type { ComponentChildren } from "preact";

/** What is being waited for, said aloud too. */
export function Waiting({ children }: { children: ComponentChildren }) {
  return (
    <p class="waiting" role="status">
      <span class="spinner" aria-hidden="true" />
      {children}
    </p>
  );
}
