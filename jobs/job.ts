import type { Connection } from "mongoose";
import type { FetchFile } from "../core/drops/index.js";
import type { Log } from "../core/log/index.js";
import type { Notify } from "../core/notify/index.js";
import type { JobDefinition } from "../core/queue/index.js";
import type { RefreshTab } from "../core/sheets/index.js";

/** What a job works with. */
export interface JobContext {
  db: Connection;
  log: Log;
  now: () => Date;
  /** Absent where nobody can be told, as in a worker that knows no Slack. */
  notify?: Notify;
  /** Brings the bytes of a file from where it was dropped; absent as `notify` is. */
  fetchFile?: FetchFile;
  /** Brings a tab of Google Sheets up to date; absent where no service account is set up. */
  refreshTab?: RefreshTab;
}

/** One job: what it is told, how long it may take, and what it does. Running it twice does its work once. */
export interface Job<P = unknown> {
  definition: JobDefinition<P>;
  /** A run that is silent for longer is taken for dead, and the job runs again; milliseconds. */
  lockLifetime: number;
  run(payload: P, context: JobContext): Promise<void>;
}
