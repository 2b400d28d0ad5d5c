import { useCallback, useEffect, useReducer, useRef, useState } from "preact/hooks";
import { ADA } from "../../team.js";
import type { PageEvent } from "../../wire.js";
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
  /** The load under way, and what its person hears meanwhile: the state may be from before that. */
  const loading = useRef<{ person: string; heard: PageEvent[] } | undefined>(undefined);

  const load = useCallback(async (person: string) => {
    const mine = { person, heard: [] };
    loading.current = mine;
    try {
      const state = await getState(person).catch(() => getState(ADA));
      // A newer load is under way, perhaps of somebody else.
      if (loading.current !== mine) return;
      loading.current = undefined;
      change({ kind: "loaded", state, read: recallRead(state.me) });
      for (const event of mine.heard) change(event);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }, []);

  useEffect(() => void load(recall("me") ?? ADA), [load]);
  const hear = useCallback((person: string, event: PageEvent) => {
    if (loading.current?.person === person) loading.current.heard.push(event);
    change(event);
  }, []);
  useHearing(workspace?.state.me, { change, hear, load });
  useEffect(() => {
    if (workspace) rememberRead(workspace.state.me, workspace.read);
  }, [workspace]);

  const actAs = (person: string) => {
    remember("me", person);
    void load(person);
  };
  return { workspace, problem, change, actAs };
}

interface Hears {
  change: Opened["change"];
  hear(person: string, event: PageEvent): void;
  load(person: string): Promise<void>;
}

/** Hears of what happens, and loads once the line is up: what happened between the first load and then was not heard. */
function useHearing(me: string | undefined, { change, hear, load }: Hears): void {
  useEffect(() => {
    if (me === undefined) return;
    return hearEvents(me, {
      heard: (event) => hear(me, event),
      opened: () => {
        change({ kind: "connected", isConnected: true });
        void load(me);
      },
      broke: () => change({ kind: "connected", isConnected: false }),
    });
  }, [me, change, hear, load]);
}
