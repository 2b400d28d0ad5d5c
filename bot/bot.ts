import type { Connection } from "mongoose";
import type { Log } from "../core/log/index.js";
import type { Queue } from "../core/queue/index.js";

/** What every listener works with besides Slack's own arguments. */
export interface Bot {
  db: Connection;
  queue: Queue;
  log: Log;
  now: () => Date;
  /** Where the internet reaches Roster, for links; unset on a machine of one's own. */
  publicUrl?: string;
}
