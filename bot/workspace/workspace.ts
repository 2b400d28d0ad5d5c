import type { Connection } from "mongoose";
import type { Log } from "../../core/log/index.js";
import type { Requests } from "./requests/request-bot.js";
import type { Audience } from "./state/audience.js";
import type { Files } from "./state/files.js";
import type { Messages } from "./state/messages.js";
import type { ResponseUrls } from "./state/response-urls.js";
import type { Triggers } from "./state/triggers.js";
import type { Views } from "./state/views.js";

export interface WorkspaceOptions {
  db: Connection;
  /** The bot's token: what it shows at the Web API. */
  token: string;
  /** What requests to the bot are signed with. */
  signingSecret: string;
  /** Where the web server is reached that serves both the bot and the workspace, such as http://127.0.0.1:3000. */
  botUrl: string;
  now: () => Date;
  log: Log;
}

/** The parts of the little Slack. */
export interface Workspace extends WorkspaceOptions {
  /** Where this workspace is, without a slash at the end. */
  url: string;
  timestamp: () => string;
  audience: Audience;
  messages: Messages;
  files: Files;
  views: Views;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  /** Counts a call of the Web API; refuses one too many. */
  countCall: (method: string, channel: string) => void;
  requests: Requests;
  /** What open pages hear by. */
  streams: Set<{ end(): void }>;
  /** Lets work go on for which nobody waits; what it fails of is logged. */
  inBackground: (work: Promise<void>) => void;
}
