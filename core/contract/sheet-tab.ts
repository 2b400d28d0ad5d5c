import type { TabQuestion } from "./sync.js";

/** When a tab is refreshed without anyone looking. Hours are those of the brand's zone; UTC for all brands. */
export type TabSchedule =
  | { every: "never" }
  | { every: "hour" }
  | { every: "day" /** 0 to 23 */; hour: number }
  | { every: "week" /** 1 is Monday, 7 Sunday. */; day: number; hour: number };

/** What a person chose for a tab. */
export interface TabSettings extends TabQuestion {
  /** What becomes of a row that left the query while people's own cells on it hold something. */
  whenGone: "grey" | "remove";
  schedule: TabSchedule;
  /** Neither the schedule nor "refresh all" touches it. */
  paused: boolean;
}

/** `PUT /sheets/tabs/:sheetId`: binds a tab, or changes what it shows; `sheetId` is Google's number of the tab. */
export interface SaveTabRequest extends TabSettings {
  /** The tab's name, for lists and messages. */
  title: string;
}

/** A tab as the server knows it. */
export interface SheetTab extends SaveTabRequest {
  sheetId: number;
  /** Whose rights a scheduled refresh has: who saved it last. */
  by: string;
  /** ISO 8601; absent when the tab has no schedule or is paused. */
  nextRunAt?: string;
  lastRun?: {
    /** ISO 8601. */
    at: string;
    trigger: "person" | "schedule";
    outcome: "done" | "failed";
    /** Rows changed, added or gone. */
    rows: number;
    reason?: string;
  };
}

/** `GET /sheets/tabs`: all tabs of the spreadsheet. `DELETE /sheets/tabs/:sheetId` unbinds one. */
export interface TabsAnswer {
  tabs: SheetTab[];
  /** Whom the spreadsheet has to be shared with for schedules to run; absent where no service account is set up. */
  serviceAccount?: string;
}

/** Tabs of one spreadsheet. */
export const MOST_TABS = 50;
