import type { HomeView, KnownBlock, ModalView } from "@slack/types";

/**
 * What the page and the little Slack behind it tell each other. The page imports these types only.
 *
 * The page asks under `/workspace/page/…` with JSON (files as multipart), always naming who acts (`as`), and hears of
 * everything else by server-sent events from `/workspace/page/events?as=U…`, one `PageEvent` each.
 */

export interface PageUser {
  id: string;
  name: string;
  /** What the workspace says of them, not Roster: an admin becomes Roster's admin at first. */
  isAdmin: boolean;
  isBot: boolean;
}

export interface PageChannel {
  id: string;
  name: string;
  kind: "channel" | "dm";
}

export interface PageFile {
  id: string;
  name: string;
  bytes: number;
  mimetype: string;
  /** Where the page downloads it. */
  url: string;
}

export interface PageMessage {
  channel: string;
  ts: string;
  threadTs?: string;
  user: string;
  text: string;
  blocks?: KnownBlock[];
  files?: PageFile[];
  edited?: boolean;
  /** Only this person sees it; it is gone with the next start. */
  onlyFor?: string;
  /** Links of the message that the bot has unfurled: blocks by link. */
  unfurls?: Record<string, { blocks: KnownBlock[] }>;
}

/** `GET /workspace/page/state?as=U…` */
export interface PageState {
  me: string;
  users: PageUser[];
  channels: PageChannel[];
  /** Every message that this person sees, oldest first. */
  messages: PageMessage[];
  home?: HomeView;
  /** Views that are open for this person, the lowest first. */
  views: PageView[];
  /** Whether nobody has written yet: the page offers the demo files. */
  isNew: boolean;
  /** The bot's slash commands and shortcuts, as its manifest names them. */
  commands: { name: string; hint: string; description: string }[];
  shortcuts: { callbackId: string; name: string; kind: "global" | "message" }[];
}

export type PageView = ModalView & { id: string; hash: string };

export type PageEvent =
  | { kind: "message"; message: PageMessage }
  | { kind: "deleted"; channel: string; ts: string }
  | { kind: "views"; views: PageView[] }
  | { kind: "home"; home: HomeView }
  /** Something that Slack would show as an error to the person, such as a command that was not acknowledged in time. */
  | { kind: "trouble"; text: string };

/** A value that an input of a view or message holds: as Slack sends it in `view.state.values` or in an action. */
export type InputState = Record<string, Record<string, unknown>>;

/** `POST /workspace/page/message` (multipart: this as `message`, files as `files`) */
export interface PostMessage {
  as: string;
  channel: string;
  threadTs?: string;
  text: string;
}

/** `POST /workspace/page/files` (multipart: `as`, and files as `files`): for a view's file input. Answers `{ files }`. */

/** `POST /workspace/page/command` */
export interface PostCommand {
  as: string;
  channel: string;
  /** As typed: `/creator lookup @mia`. */
  text: string;
}

/** `POST /workspace/page/action`: a button, select, overflow… of a message, a view or the Home. */
export interface PostAction {
  as: string;
  /** The element's action as Slack sends it: action_id, block_id, type, value or selected_…. */
  action: Record<string, unknown> & { action_id: string; block_id: string; type: string };
  from: { channel: string; ts: string } | { viewId: string } | { home: true };
  state?: InputState;
}

/** `POST /workspace/page/view`: submitted or closed. Answers `{ errors }` by block, or nothing. */
export interface PostView {
  as: string;
  viewId: string;
  what: "submit" | "close";
  state: InputState;
}

/** `POST /workspace/page/shortcut` */
export interface PostShortcut {
  as: string;
  callbackId: string;
  message?: { channel: string; ts: string };
}

/** `POST /workspace/page/options`: what an external select offers for the letters typed. Answers `{ options }`. */
export interface PostOptions {
  as: string;
  actionId: string;
  blockId: string;
  value: string;
  from: PostAction["from"];
}

/** `POST /workspace/page/open-home`, `POST /workspace/page/demo` (posts the demo files into the channel). */
export interface PostAs {
  as: string;
  channel?: string;
}
