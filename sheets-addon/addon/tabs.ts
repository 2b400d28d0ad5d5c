import type { SheetColumn, TabQuestion, TabSettings } from "../../core/contract/index.js";
import { LOG_NAME } from "./log-form.js";
import { memoryName } from "./memory.js";
import { AddonError } from "./problem.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A bound tab, as the spreadsheet keeps it, so that everybody who opens it refreshes the same. */
export interface BoundTab {
  settings: TabSettings;
  /** As Roster last described them. */
  columns: SheetColumn[];
}

const keyOf = (sheetId: number): string => `roster-tab:${sheetId}`;

export function keepTab(sheetId: number, { settings, columns }: BoundTab): void {
  const { list, query, brand, columns: names, whenGone, schedule, paused } = settings;
  const tab: BoundTab = { settings: { list, query, brand, columns: names, whenGone, schedule, paused }, columns };
  PropertiesService.getDocumentProperties().setProperty(keyOf(sheetId), JSON.stringify(tab));
}

export const forgetTab = (sheetId: number): void => {
  PropertiesService.getDocumentProperties().deleteProperty(keyOf(sheetId));
};

export function readTab(sheetId: number): BoundTab | undefined {
  const kept = PropertiesService.getDocumentProperties().getProperty(keyOf(sheetId));
  return kept === null ? undefined : JSON.parse(kept);
}

/** @throws AddonError `not-bound` */
export function requireTab(sheetId: number): BoundTab {
  const tab = readTab(sheetId);
  if (tab) return tab;
  throw new AddonError("not-bound", "This tab shows no list of Roster's. Open Roster, and choose what it shows.");
}

export const questionOf = ({ list, query, brand, columns }: TabSettings): TabQuestion => ({
  list,
  query,
  brand,
  columns,
});

export const findSheet = (sheetId: number): Sheet | undefined =>
  SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((each) => each.getSheetId() === sheetId);

/** @throws AddonError `tab-gone` */
export function requireSheet(sheetId: number): Sheet {
  const sheet = findSheet(sheetId);
  if (sheet) return sheet;
  const say =
    "This tab was deleted. Bring it back by File, Version history; or unbind it in Roster, and make a new one.";
  throw new AddonError("tab-gone", say);
}

/** What the add-on keeps for itself is no tab that people choose. */
export const isOwnSheet = (title: string): boolean =>
  title === LOG_NAME || title.startsWith(memoryName(0).slice(0, -1));
