import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "./button.js";

/** How many entries are shown at once: more take seconds to draw. */
const AT_ONCE = 50;

interface LongListProps<T> {
  entries: readonly T[];
  keyOf(entry: NoInfer<T>): string;
  show(entry: NoInfer<T>): ComponentChildren;
}

/** The first entries, and on asking more. */
export function LongList<T>({ entries, keyOf, show }: LongListProps<T>) {
  const [shown, setShown] = useState(AT_ONCE);
  const left = entries.length - shown;
  return (
    <>
      <ul class="entries">
        {entries.slice(0, shown).map((entry) => (
          <li key={keyOf(entry)}>{show(entry)}</li>
        ))}
      </ul>
      {left > 0 && (
        <Button look="text" onClick={() => setShown(shown + AT_ONCE)}>
          Show {Math.min(left, AT_ONCE)} more of {left.toLocaleString("en-US")}
        </Button>
      )}
    </>
  );
}
