import type { CellChange } from "../../addon/calls.js";

/** Which cell a change is about. */
export function ChangeHead({ change: { who, header, cell } }: { change: CellChange }) {
  return (
    <p class="change-head">
      <strong>{who}</strong> <span class="note">{header}</span> <span class="cell-name">{cell}</span>
    </p>
  );
}
