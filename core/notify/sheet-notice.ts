/** A scheduled refresh of a tab of Google Sheets that failed. */
export interface SheetNotice {
  spreadsheetId: string;
  /** Google's number of the tab. */
  sheetId: number;
  /** The tab's name. */
  tab: string;
  /** What happened, and what to do. */
  reason: string;
}
