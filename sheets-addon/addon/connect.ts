import type { MeAnswer, PairAnswer, PairRequest, SheetTab, TabsAnswer } from "../../core/contract/index.js";
import { ask } from "./api.js";
import type { Opening } from "./calls.js";
import { AddonError } from "./problem.js";
import { findSheet, isOwnSheet, keepTab, readTab } from "./tabs.js";
import { forgetToken, keepToken, readToken, spreadsheetId } from "./token.js";

export function connect({ code }: { code: string }): Opening {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  forgetToken();
  const body: PairRequest = { code, spreadsheetId: spreadsheetId(), title: spreadsheet.getName() };
  keepToken(ask<PairAnswer>("/sheets/pair", { body, once: true }).token);
  return open();
}

/** Also where Roster does not answer, or knows the token no more: the spreadsheet forgets it. */
export function disconnect(): Opening {
  try {
    if (readToken()) ask("/sheets/pair", { method: "delete" });
  } catch (error) {
    if (!(error instanceof AddonError)) throw error;
  }
  forgetToken();
  return open();
}

export function open(): Opening {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const front = spreadsheet.getActiveSheet();
  const me = askMe();
  const { tabs, serviceAccount } = me ? ask<TabsAnswer>("/sheets/tabs") : { tabs: [] };
  for (const tab of tabs) keepAsSaved(tab);
  return {
    ...(me ? { me } : {}),
    spreadsheet: spreadsheet.getName(),
    active: { sheetId: front.getSheetId(), title: front.getName() },
    tabs: tabs.map((tab) => (findSheet(tab.sheetId) ? tab : { ...tab, missing: true })),
    free: freeSheets(tabs),
    ...(serviceAccount === undefined ? {} : { serviceAccount }),
  };
}

function askMe(): MeAnswer | undefined {
  if (!readToken()) return undefined;
  try {
    return ask("/sheets/me");
  } catch (error) {
    if (error instanceof AddonError && !readToken()) return undefined;
    throw error;
  }
}

/** Somebody may have changed the tab's settings elsewhere. */
function keepAsSaved(tab: SheetTab): void {
  const { columns = [] } = readTab(tab.sheetId) ?? {};
  keepTab(tab.sheetId, { settings: tab, columns });
}

function freeSheets(tabs: readonly SheetTab[]): Opening["free"] {
  const bound = new Set(tabs.map(({ sheetId }) => sheetId));
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  return sheets
    .filter((sheet) => !bound.has(sheet.getSheetId()) && !isOwnSheet(sheet.getName()))
    .map((sheet) => ({ sheetId: sheet.getSheetId(), title: sheet.getName(), empty: sheet.getLastRow() === 0 }));
}
