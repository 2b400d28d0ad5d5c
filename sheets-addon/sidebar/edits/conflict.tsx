import { useId } from "preact/hooks";
import type { CellChange, ConflictPick } from "../../addon/calls.js";
import { ChangeHead } from "./change-head.js";
import { Value } from "./value.js";

interface ConflictProps {
  change: CellChange;
  /** What is picked so far. */
  keep?: ConflictPick["keep"];
  pick(keep: ConflictPick["keep"]): void;
}

/** One cell that both sides changed, with both values to pick from. */
export function Conflict({ change, keep, pick }: ConflictProps) {
  const name = useId();
  const { sheet, roster, by, who, header } = change;
  return (
    <fieldset class="change" aria-label={`${header} of ${who}`}>
      <ChangeHead change={change} />
      <label class="tick">
        <input type="radio" name={name} checked={keep === "sheet"} onChange={() => pick("sheet")} />
        <span>
          Here: <Value cell={sheet} />
        </span>
      </label>
      <label class="tick">
        <input type="radio" name={name} checked={keep === "roster"} onChange={() => pick("roster")} />
        <span>
          Roster{by ? `, by ${by}` : ""}: <Value cell={roster} />
        </span>
      </label>
    </fieldset>
  );
}
