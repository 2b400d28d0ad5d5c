import type { PageEvent, PageState } from "../../wire.js";

/** What fills the middle: a channel or DM, or the bot's Home. */
export type Place = { kind: "channel"; id: string } | { kind: "home" };

interface Trouble {
  id: number;
  text: string;
}

/** All that the page knows. */
export interface Workspace {
  state: PageState;
  place: Place;
  /** The message whose thread is open. */
  thread?: { channel: string; ts: string };
  /** The newest message read, by channel. */
  read: Record<string, string>;
  troubles: Trouble[];
  isConnected: boolean;
}

/** What changes it: what is heard of the server, and what the person does in the page alone. */
export type Change =
  | PageEvent
  | { kind: "loaded"; state: PageState; read: Record<string, string> }
  | { kind: "went"; place: Place }
  | { kind: "thread"; thread: Workspace["thread"] }
  | { kind: "connected"; isConnected: boolean }
  | { kind: "understood"; trouble: number };
