import { useCallback, useRef, useState } from "preact/hooks";
import type { CallProblem, RefreshStep } from "../../addon/calls.js";
import { type call, problemOf } from "../call.js";

/** One tab's refresh, from the click to what came of it. */
export type Refresh =
  | { state: "waiting" }
  | { state: "running"; step?: RefreshStep }
  | { state: "done"; step: RefreshStep }
  | { state: "failed"; problem: CallProblem; step?: RefreshStep };

export interface Refreshes {
  /** By sheet id. */
  of: Readonly<Record<number, Refresh>>;
  /** One after the other: the spreadsheet takes one at a time. */
  start(sheetIds: readonly number[]): void;
}

export const isUnderWay = (refresh: Refresh | undefined): boolean =>
  refresh?.state === "waiting" || refresh?.state === "running";

/** @param afterwards when nothing is left to do */
export function useRefreshes(ask: typeof call, afterwards: () => Promise<void>): Refreshes {
  const [of, setOf] = useState<Refreshes["of"]>({});
  const queue = useRef<number[]>([]);
  const isWorking = useRef(false);

  const work = useCallback(async () => {
    if (isWorking.current) return;
    isWorking.current = true;
    const show = (sheetId: number, refresh: Refresh) => setOf((before) => ({ ...before, [sheetId]: refresh }));
    for (let next = queue.current[0]; next !== undefined; next = queue.current[0]) {
      const sheetId = next;
      show(sheetId, await refreshTab(ask, sheetId, (step) => show(sheetId, { state: "running", step })));
      queue.current.shift();
    }
    isWorking.current = false;
    // What the tabs say is told again by the next look.
    await afterwards().catch(() => undefined);
  }, [ask, afterwards]);

  const start = (sheetIds: readonly number[]) => {
    const added = sheetIds.filter((sheetId) => !queue.current.includes(sheetId));
    queue.current.push(...added);
    setOf((before) => ({ ...before, ...Object.fromEntries(added.map((id) => [id, { state: "waiting" as const }])) }));
    void work();
  };
  return { of, start };
}

/** Step by step until it is done, or failed. */
async function refreshTab(ask: typeof call, sheetId: number, progress: (step?: RefreshStep) => void): Promise<Refresh> {
  let step: RefreshStep | undefined;
  try {
    do {
      progress(step);
      step = await ask("refresh", { sheetId, ...(step ? { so: step.so } : {}) });
    } while (!step.done);
    return { state: "done", step };
  } catch (error) {
    return { state: "failed", problem: problemOf(error), ...(step ? { step } : {}) };
  }
}
