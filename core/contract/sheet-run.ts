/** `POST /sheets/log`: one run that ended, of a tab. */
export interface SheetRun {
  /** The tab's name. */
  tab: string;
  /** Google's number of the tab. */
  sheetId?: number;
  /** ISO 8601. */
  startedAt: string;
  seconds: number;
  trigger: "person" | "schedule";
  outcome: "done" | "failed";
  rows: { total: number; changed: number; added: number; removed: number };
  cells: number;
  /** Why it failed. */
  reason?: string;
}

/** `GET /sheets/log`: newest first, at most `MOST_RUNS`. */
export interface SheetRunsAnswer {
  runs: (SheetRun & { by: string })[];
}

export const MOST_RUNS = 200;
