import type { PageMessage, PageState } from "../../wire.js";
import type { Change, Place, Workspace } from "./workspace.js";

/** How many troubles are shown at once: the newest. */
const TROUBLES = 3;

export function openWorkspace(state: PageState, read: Record<string, string>): Workspace {
  return readHere({ state, place: firstPlace(state), read, troubles: [], isConnected: true });
}

/** The page after a change. */
export function changeWorkspace(workspace: Workspace, change: Change): Workspace {
  const { state } = workspace;
  switch (change.kind) {
    case "loaded":
      return loaded(workspace, change.state, change.read);
    case "message":
      return readHere({
        ...workspace,
        state: { ...state, isNew: false, messages: put(state.messages, change.message) },
      });
    case "deleted":
      return { ...workspace, state: { ...state, messages: without(state.messages, change) } };
    case "views":
      return { ...workspace, state: { ...state, views: change.views } };
    case "home":
      return { ...workspace, state: { ...state, home: change.home } };
    case "trouble":
      return { ...workspace, troubles: addTrouble(workspace, change.text) };
    case "went":
      return readHere({ ...workspace, place: change.place, thread: undefined });
    case "thread":
      return { ...workspace, thread: change.thread };
    case "connected":
      return { ...workspace, isConnected: change.isConnected };
    case "understood":
      return { ...workspace, troubles: workspace.troubles.filter(({ id }) => id !== change.trouble) };
  }
}

/** A newer state, or another person's: the place stays if they have it too; one's own DM is not another's. */
function loaded(workspace: Workspace, state: PageState, read: Record<string, string>): Workspace {
  const { place, thread } = workspace;
  const hasPlace = place.kind === "home" || state.channels.some(({ id }) => id === place.id);
  const isSamePerson = workspace.state.me === state.me;
  const next = { ...workspace, state, read, place: hasPlace ? place : firstPlace(state) };
  return readHere({ ...next, thread: isSamePerson && hasPlace ? thread : undefined });
}

/** The channel where creators are talked about, else any. */
function firstPlace({ channels }: PageState): Place {
  const rooms = channels.filter(({ kind }) => kind === "channel");
  const first = rooms.find(({ name }) => name === "creators") ?? rooms[0];
  return first ? { kind: "channel", id: first.id } : { kind: "home" };
}

const isSame = (one: { channel: string; ts: string }, other: { channel: string; ts: string }): boolean =>
  one.channel === other.channel && one.ts === other.ts;

/** A message once, at its place by time, however often it is heard. */
function put(messages: readonly PageMessage[], message: PageMessage): PageMessage[] {
  const at = messages.findIndex((other) => isSame(other, message));
  if (at >= 0) return messages.with(at, message);
  const after = messages.findLastIndex(({ ts }) => Number(ts) <= Number(message.ts));
  return messages.toSpliced(after + 1, 0, message);
}

const without = (messages: readonly PageMessage[], gone: { channel: string; ts: string }): PageMessage[] =>
  messages.filter((message) => !isSame(message, gone));

function addTrouble({ troubles }: Workspace, text: string): Workspace["troubles"] {
  const id = 1 + Math.max(0, ...troubles.map((trouble) => trouble.id));
  return [...troubles, { id, text }].slice(-TROUBLES);
}

/** What is in front of the person counts as read. */
function readHere(workspace: Workspace): Workspace {
  const { place, state, read } = workspace;
  if (place.kind === "home") return workspace;
  const newest = state.messages.findLast(({ channel }) => channel === place.id)?.ts;
  if (newest === undefined || Number(read[place.id] ?? 0) >= Number(newest)) return workspace;
  return { ...workspace, read: { ...read, [place.id]: newest } };
}
