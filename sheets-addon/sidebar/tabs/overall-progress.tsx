import { overallInWords } from "../words/overall-in-words.js";
import { isUnderWay, type Refreshes } from "./use-refreshes.js";

/** How far all refreshes together are, where there are several. */
export function OverallProgress({ refreshes }: { refreshes: Refreshes }) {
  const all = Object.values(refreshes.of);
  const isGoing = all.length > 1 && all.some(isUnderWay);
  return (
    <p class="note" role="status">
      {isGoing && overallInWords(all.map(({ state }) => state))}
    </p>
  );
}
