import { useCallback, useRef, useState } from "preact/hooks";
import type { CallProblem } from "../../addon/calls.js";
import { problemOf } from "../call.js";

export interface Act {
  isBusy: boolean;
  /** What it failed with, until it is tried again. */
  problem?: CallProblem;
  act(doing: () => Promise<void>): void;
}

/** One thing at a time that a person sets off: under way, done, or failed with a reason. */
export function useAct(): Act {
  const [state, setState] = useState<Omit<Act, "act">>({ isBusy: false });
  const isBusy = useRef(false);
  const act = useCallback(async (doing: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setState({ isBusy: true });
    const problem = await doing().then(() => undefined, problemOf);
    isBusy.current = false;
    setState({ isBusy: false, problem });
  }, []);
  return { ...state, act: useCallback((doing) => void act(doing), [act]) };
}
