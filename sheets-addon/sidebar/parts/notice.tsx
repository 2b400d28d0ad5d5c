import type { ComponentChildren } from "preact";
import { Icon } from "./icon.js";

/** Something to know before going on, or what came of it. */
export function Notice({ kind, children }: { kind: "warning" | "done"; children: ComponentChildren }) {
  return (
    <div class={`notice notice-${kind}`}>
      <Icon name={kind} />
      <div class="notice-words">{children}</div>
    </div>
  );
}
