import type { ConfirmationDialog } from "@slack/types";
import { useMemo, useState } from "preact/hooks";
import { Channel } from "../channel/channel.js";
import { Thread } from "../channel/thread.js";
import { Sidebar } from "../frame/sidebar.js";
import { SidebarContext } from "../frame/sidebar-button.js";
import { Troubles } from "../frame/troubles.js";
import { ConfirmDialog } from "../views/confirm-dialog.js";
import { Home } from "../views/home.js";
import { Modal } from "../views/modal.js";
import { type App, AppContext } from "./app-context.js";
import { useWorkspace } from "./use-workspace.js";
import type { Change, Workspace } from "./workspace.js";

interface Asking {
  question: ConfirmationDialog;
  answer(agreed: boolean): void;
}

/** The whole page, once its workspace is known. */
export function Page() {
  const { workspace, problem, change, actAs } = useWorkspace();
  const [asking, setAsking] = useState<Asking>();
  if (workspace === undefined)
    return (
      <p class="page-waits" role="status">
        {problem ?? "Opening the workspace…"}
      </p>
    );
  const confirm = (question: ConfirmationDialog) =>
    new Promise<boolean>((resolve) => {
      const answer = (agreed: boolean) => {
        setAsking(undefined);
        resolve(agreed);
      };
      setAsking({ question, answer });
    });
  const app: App = { workspace, change, actAs, confirm, attempt: (act) => attempt(act, change) };
  return (
    <AppContext.Provider value={app}>
      <Places workspace={workspace} />
      {workspace.state.views.map((view, at, views) => (
        <Modal key={view.id} view={view} isCovered={at < views.length - 1 || asking !== undefined} />
      ))}
      {asking && <ConfirmDialog {...asking} />}
      <Troubles />
    </AppContext.Provider>
  );
}

async function attempt(act: () => Promise<unknown>, change: (change: Change) => void): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    change({ kind: "trouble", text: error instanceof Error ? error.message : String(error) });
    return false;
  }
}

function Places({ workspace }: { workspace: Workspace }) {
  const [isOpen, setOpen] = useState(false);
  const sidebar = useMemo(() => ({ isOpen, setOpen }), [isOpen]);
  const { place, thread, state } = workspace;
  return (
    <SidebarContext.Provider value={sidebar}>
      <div class={thread ? "workspace has-thread" : "workspace"}>
        <Sidebar />
        {place.kind === "home" ? <Home key={state.me} /> : <Channel key={`${state.me}${place.id}`} id={place.id} />}
        {thread && <Thread key={`${state.me}${thread.ts}`} {...thread} />}
      </div>
    </SidebarContext.Provider>
  );
}
