import type { Connection } from "mongoose";
import type { Log } from "../../core/log/index.js";

/** What the API works with. */
export interface ApiParts {
  db: Connection;
  now: () => Date;
  log: Log;
  /** Where the internet reaches Roster; unset on a machine of one's own. */
  publicUrl?: string;
  /** E-mail of the service account, whom spreadsheets are shared with; unset where there is none. */
  serviceAccount?: string;
}
