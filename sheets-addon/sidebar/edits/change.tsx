import type { CellChange } from "../../addon/calls.js";
import { ChangeHead } from "./change-head.js";
import { Value } from "./value.js";

/** One cell that is sent, or cannot be. */
export function Change({ change }: { change: CellChange }) {
  const { roster, sheet, outcome, reason } = change;
  return (
    <div class="change">
      <ChangeHead change={change} />
      <p>
        <span class="is-hidden">from </span>
        <Value cell={roster} />
        <span aria-hidden="true"> → </span>
        <span class="is-hidden"> to </span>
        <Value cell={sheet} />
      </p>
      {outcome === "invalid" && <p class="note note-mistake">{reason ?? "Roster does not take this value."}</p>}
    </div>
  );
}
