/** A tab that a schedule could not bring up to date. */
export interface RefreshNotice {
  /** Its name. */
  tab: string;
  spreadsheetId: string;
  /** Google's number of the tab. */
  sheetId: number;
  /** Whole sentences for the person: what happened, and what to do. */
  reason: string;
}
