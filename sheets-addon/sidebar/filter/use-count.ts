import { useCallback, useEffect, useState } from "preact/hooks";
import type { SheetList } from "../../../core/contract/index.js";
import type { CallProblem, Calls } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { problemOf } from "../call.js";

interface CountAsked {
  list: SheetList;
  brand: string;
  query: string;
  /** The query is known to be a good one. */
  isReady: boolean;
}

type Found = ReturnType<Calls["count"]>;

interface Count {
  found?: Found;
  problem?: CallProblem;
  again(): void;
}

/** How many records the query finds. An answer to an older query is not taken. */
export function useCount({ list, brand, query, isReady }: CountAsked): Count {
  const { ask } = useApp();
  const [tries, setTries] = useState(0);
  const [heard, setHeard] = useState<{ of: string; found?: Found; problem?: CallProblem }>({ of: "" });
  const of = JSON.stringify([list, brand, query, tries]);
  const isKnown = heard.of === of;
  useEffect(() => {
    if (!isReady || isKnown) return;
    let isCurrent = true;
    const take = (next: { found?: Found; problem?: CallProblem }) => isCurrent && setHeard({ of, ...next });
    ask("count", { list, brand, query }).then(
      (found) => take({ found }),
      (error) => take({ problem: problemOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, list, brand, query, isReady, isKnown, of]);
  const again = useCallback(() => setTries((before) => before + 1), []);
  return isKnown ? { found: heard.found, problem: heard.problem, again } : { again };
}
