import { useCallback, useEffect, useReducer, useRef, useState } from "preact/hooks";
import { ADA } from "../../team.js";
import { hearEvents } from "../ask/hear-events.js";
import { getState } from "../ask/requests.js";
import { changeWorkspace, openWorkspace } from "./change-workspace.js";
import { recall, recallRead, remember, rememberRead } from "./remember.js";
import type { Change, Workspace } from "./workspace.js";

interface Opened {
  workspace?: Workspace;
  /** Why there is none. */
  problem?: string;
  change(change: Change): void;
  actAs(person: string): void;
}

const next = (workspace: Workspace | undefined, change: Change): Workspace | undefined => {
  if (workspace) return changeWorkspace(workspace, change);
  return change.kind === "loaded" ? openWorkspace(change.state, change.read) : undefined;
};

/** The workspace of the person acted as: loaded, then kept up to date by what is heard. */
export function useWorkspace(): Opened {
  const [workspace, change] = useReducer(next, undefined);
  const [problem, setProblem] = useState<string>();
  const wanted = useRef<string | undefined>(undefined);

  const load = useCallback(async (person: string) => {
    wanted.current = person;
    try {
      const state = await getState(person).catch(() => getState(ADA));
      // Somebody else was chosen meanwhile.
      if (wanted.current !== person) return;
      change({ kind: "loaded", state, read: recallRead(state.me) });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }, []);

  useEffect(() => void load(recall("me") ?? ADA), [load]);
  useHearing(workspace?.state.me, change, load);
  useEffect(() => {
    if (workspace) rememberRead(workspace.state.me, workspace.read);
  }, [workspace]);

  const actAs = (person: string) => {
    remember("me", person);
    void load(person);
  };
  return { workspace, problem, change, actAs };
}

function useHearing(me: string | undefined, change: Opened["change"], load: (person: string) => Promise<void>): void {
  useEffect(() => {
    if (me === undefined) return;
    return hearEvents(me, {
      heard: change,
      opened: (isAgain) => {
        change({ kind: "connected", isConnected: true });
        if (isAgain) void load(me);
      },
      broke: () => change({ kind: "connected", isConnected: false }),
    });
  }, [me, change, load]);
}
