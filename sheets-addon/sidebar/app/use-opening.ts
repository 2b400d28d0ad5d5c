import { useCallback, useEffect, useState } from "preact/hooks";
import type { CallProblem, Opening } from "../../addon/calls.js";
import { call, problemOf } from "../call.js";

interface Opened {
  opening?: Opening;
  /** Why there is nothing to show. */
  problem?: CallProblem;
  /** Why a connection that was there is no more; what is typed waits behind the pairing code. */
  lost?: CallProblem;
}

/** Kinds that say that the token is good no more. */
const LOST: readonly string[] = ["not-paired", "other-spreadsheet"];

const FORGOTTEN: CallProblem = { kind: "not-paired", detail: "This spreadsheet is no longer connected to Roster." };

/** What the spreadsheet is to Roster, and the one way to ask for more. */
export function useOpening() {
  const [opened, setOpened] = useState<Opened>({});

  const ask = useCallback<typeof call>(async (name, asked) => {
    try {
      return await call(name, asked);
    } catch (error) {
      const problem = problemOf(error);
      if (LOST.includes(problem.kind)) setOpened((before) => ({ ...before, lost: problem }));
      throw error;
    }
  }, []);

  const renew = useCallback((next: Opening) => {
    setOpened(({ opening }) => {
      const isLost = next.me === undefined && opening?.me !== undefined;
      return isLost ? { opening, lost: FORGOTTEN } : { opening: next };
    });
  }, []);
  const leave = useCallback((next: Opening) => setOpened({ opening: next }), []);

  /** Looks again. A failure is the caller's to show; what is known stays. */
  const open = useCallback(async () => renew(await ask("open", null)), [ask, renew]);

  const start = useCallback(() => {
    open().catch((error) => setOpened({ problem: problemOf(error) }));
  }, [open]);
  useEffect(start, [start]);

  return { ...opened, ask, renew, leave, open, start };
}
