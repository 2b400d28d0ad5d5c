import type { Connection } from "mongoose";
import type { ServiceAccount } from "../../../core/config/index.js";
import type { Log } from "../../../core/log/index.js";
import { type Pace, waitForTurn } from "../../../core/notify/index.js";
import type { RefreshTab } from "../../../core/sheets/index.js";
import { openSheets, type SheetsOptions } from "./google-sheets.js";
import { refreshTab } from "./refresh-tab.js";

export interface RefreshOptions extends Partial<Omit<SheetsOptions, "waitForTurn">> {
  /** How often all processes together ask Google; reads and writes are counted apart. */
  pace?: Omit<Pace, "name">;
}

/** At most 50 in any minute, where Google takes 60 from one account. */
const PACE = { every: 1_500, atOnce: 10 };

/** How tabs are refreshed when nobody looks: by Google's API, as the service account. */
export function scheduledRefresh(
  { db, now, log }: { db: Connection; now: () => Date; log: Log },
  account: ServiceAccount,
  { pace = PACE, ...options }: RefreshOptions = {},
): RefreshTab {
  const takeTurn = (kind: "reads" | "writes") => waitForTurn(db, { name: `google ${kind}`, ...pace });
  const google = openSheets(account, { ...options, waitForTurn: takeTurn });
  return (tab) => refreshTab({ db, now, log, google }, tab);
}
