import type { ConfirmationDialog } from "@slack/types";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PageChannel, PageUser } from "../../wire.js";
import type { Change, Workspace } from "./workspace.js";

/** What every part of the page can reach. */
export interface App {
  workspace: Workspace;
  change(change: Change): void;
  /** Asks before something is done; answers whether the person agreed. */
  confirm(question: ConfirmationDialog): Promise<boolean>;
  /** Does something at the server and shows what it refuses; answers whether it was done. */
  attempt(act: () => Promise<unknown>): Promise<boolean>;
  actAs(person: string): void;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("Outside the workspace.");
  return app;
}

export function findUser({ state }: Workspace, id: string): PageUser | undefined {
  return state.users.find((user) => user.id === id);
}

export function findChannel({ state }: Workspace, id: string): PageChannel | undefined {
  return state.channels.find((channel) => channel.id === id);
}

/** A DM has the name of who it is with: the bot. */
export function nameOfChannel(workspace: Workspace, { kind, name }: PageChannel): string {
  if (kind === "channel") return name;
  return workspace.state.users.find(({ isBot }) => isBot)?.name ?? name;
}
