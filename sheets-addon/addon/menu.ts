import type { RefreshStep } from "./calls.js";
import { open } from "./connect.js";
import { inWords } from "./problem.js";
import { refresh } from "./refresh.js";
import { previewEdits, sendEdits } from "./send-edits.js";

/** Of the six minutes that Google gives a run; milliseconds. */
const LONGEST_RUN = 4.5 * 60_000;

/** A simple trigger: it may ask nothing of Roster, and nothing that needs a person's consent. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem("Open", "openSidebar")
    .addSeparator()
    .addItem("Refresh this tab", "refreshThisTab")
    .addItem("Refresh all tabs", "refreshAllTabs")
    .addItem("Send my edits", "sendMyEdits")
    .addToUi();
}

export const onInstall = onOpen;

export function openSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile("sidebar").setTitle("Roster");
  SpreadsheetApp.getUi().showSidebar(page);
}

export function refreshThisTab(): void {
  toldWhatHappens(() => {
    const { sheetId, title } = open().active;
    return summary(title, refreshFully(sheetId, Date.now() + LONGEST_RUN));
  });
}

export function refreshAllTabs(): void {
  const until = Date.now() + LONGEST_RUN;
  toldWhatHappens(() => {
    const tabs = open().tabs.filter(({ paused, missing }) => !paused && !missing);
    if (tabs.length === 0) return "No tab shows a list of Roster's yet. Choose Open in the Roster menu.";
    return tabs.map(({ sheetId, title }) => refreshOrSay(title, () => refreshFully(sheetId, until))).join("\n");
  });
}

/** A tab that cannot be refreshed keeps none of the others waiting. */
function refreshOrSay(title: string, work: () => RefreshStep): string {
  try {
    return summary(title, work());
  } catch (error) {
    return `${title}: ${inWords(error).problem.detail}`;
  }
}

function refreshFully(sheetId: number, until: number): RefreshStep {
  let step = refresh({ sheetId });
  while (!step.done && Date.now() < until) step = refresh({ sheetId, so: step.so });
  return step;
}

function summary(title: string, { done, so, left, conflicts }: RefreshStep): string {
  const { changed, added, removed } = so.rows;
  const rest = done ? "" : ` ${left} rows are still to come: refresh again.`;
  const both = conflicts === 0 ? "" : ` ${conflicts} cells were changed on both sides: open Roster to pick.`;
  return `${title}: ${changed} rows changed, ${added} new, ${removed} gone.${rest}${both}`;
}

export function sendMyEdits(): void {
  toldWhatHappens(() => {
    const { sheetId } = open().active;
    const { changes } = previewEdits({ sheetId });
    const sending = changes.filter(({ outcome }) => outcome === "send").length;
    if (sending === 0) return changes.length === 0 ? "You changed nothing." : `Nothing can be sent. ${LOOK}`;
    const ui = SpreadsheetApp.getUi();
    const asked = ui.alert("Roster", `Send ${sending} changed cells to Roster?`, ui.ButtonSet.OK_CANCEL);
    if (asked !== ui.Button.OK) return "Nothing was sent.";
    const { sent, invalid, conflicts } = sendEdits({ sheetId, picks: [] });
    return `${sent} cells sent.${invalid + conflicts > 0 ? ` ${invalid + conflicts} were not. ${LOOK}` : ""}`;
  });
}

const LOOK = "Choose Open in the Roster menu to see why.";

/** The one catch of the menu. */
function toldWhatHappens(work: () => string): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  try {
    spreadsheet.toast("Working…", "Roster", -1);
    spreadsheet.toast(work(), "Roster", 8);
  } catch (error) {
    const ui = SpreadsheetApp.getUi();
    ui.alert("Roster", inWords(error).problem.detail, ui.ButtonSet.OK);
  }
}
