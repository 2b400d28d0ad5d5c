import type { SheetList } from "../../../core/contract/index.js";
import { Problem } from "../parts/problem.js";
import { splitTerms } from "../query/split-terms.js";
import { countedOfList } from "../words/count-in-words.js";
import { useCount } from "./use-count.js";

interface CountLineProps {
  list: SheetList;
  brand: string;
  query: string;
  isReady: boolean;
  /** There is nothing to count. */
  isWrong: boolean;
}

/** How many records the filter finds, as it stands. */
export function CountLine({ list, brand, query, isReady, isWrong }: CountLineProps) {
  const conditions = splitTerms(query).terms.join(" ");
  const { found, problem, again } = useCount({ list, brand, query: conditions, isReady });
  if (problem && !isWrong) return <Problem problem={problem} again={again} />;
  return (
    <p class="count" role="status">
      {!isWrong && (found ? countedOfList(list, found.total, found.more) : "Counting…")}
      {!isWrong && found?.total === 0 && <span class="note"> Nothing fits yet: the tab will be empty.</span>}
    </p>
  );
}
