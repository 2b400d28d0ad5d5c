import { useCallback, useEffect, useState } from "preact/hooks";
import type { CompleteAnswer, SheetList } from "../../../core/contract/index.js";
import type { CallProblem } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { problemOf } from "../call.js";

/** How long a person may pause between two letters before anything is asked; milliseconds. */
const PAUSE = 250;

interface CompletionAsked {
  list: SheetList;
  brand: string;
  query: string;
  cursor: number;
}

export interface Completion {
  /** About the query as it stands; absent while it is asked for. */
  answer?: CompleteAnswer;
  problem?: CallProblem;
  again(): void;
}

/** How the query could go on, and what is wrong with it. An answer to an older text is not taken. */
export function useCompletion({ list, brand, query, cursor }: CompletionAsked): Completion {
  const { ask } = useApp();
  const [tries, setTries] = useState(0);
  const [heard, setHeard] = useState<{ of: string; answer?: CompleteAnswer; problem?: CallProblem }>({ of: "" });
  const of = JSON.stringify([list, brand, query, cursor, tries]);
  useEffect(() => {
    let isCurrent = true;
    const take = (next: { answer?: CompleteAnswer; problem?: CallProblem }) => isCurrent && setHeard({ of, ...next });
    const timer = setTimeout(() => {
      ask("complete", { list, brand, query, cursor }).then(
        (answer) => take({ answer }),
        (error) => take({ problem: problemOf(error) }),
      );
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, list, brand, query, cursor, of]);
  const again = useCallback(() => setTries((before) => before + 1), []);
  return heard.of === of ? { answer: heard.answer, problem: heard.problem, again } : { again };
}
