import type { SheetRun, SheetTab, TabSettings } from "../contract/index.js";

/** A bound tab, as it is kept. */
export interface StoredTab extends Omit<TabSettings, "brand"> {
  /** Spreadsheet and tab. */
  _id: string;
  spreadsheetId: string;
  /** Google's number of the tab. */
  sheetId: number;
  title: string;
  /** Id of the brand, which may be called otherwise later, or `all`. */
  brandId: string;
  /** Who saved it last: a scheduled refresh has their rights. */
  by: string;
  savedAt: Date;
  /** Absent when it has no schedule or is paused. */
  nextRunAt?: Date;
  lastRun?: SheetTab["lastRun"];
  /** The failure that `by` was told of, as long as it lasts. */
  told?: string;
  /** Whoever refreshes it now, and until when they are believed to. */
  holder?: string;
  heldUntil?: Date;
}

/** A tab that nobody else refreshes meanwhile. */
export interface HeldTab extends StoredTab {
  holder: string;
}

/** How a refresh ended. */
export interface TabRefresh {
  run: SheetRun;
  /** It failed for what passes by itself: the next try goes on where this one stopped. */
  passing: boolean;
}

/**
 * Brings a tab up to date. What goes wrong is told by the run.
 *
 * @throws CrmError `conflict` when the tab is somebody else's by now
 */
export type RefreshTab = (tab: HeldTab) => Promise<TabRefresh>;

export const tabId = (spreadsheetId: string, sheetId: number): string => `${spreadsheetId}:${sheetId}`;
