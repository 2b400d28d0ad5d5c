import type { SaveTabRequest, SheetColumn, SheetTab, TabSettings } from "../../core/contract/index.js";
import { ask } from "./api.js";
import type { Opening } from "./calls.js";
import { askFields } from "./columns.js";
import { open } from "./connect.js";
import { planEdits } from "./edits.js";
import { dropColumns, layOut } from "./lay-out.js";
import { alone } from "./lock.js";
import { readMemoryOf, removeMemory } from "./memory-sheet.js";
import { AddonError } from "./problem.js";
import { readSheet } from "./read-sheet.js";
import { editableOf } from "./tab.js";
import { findSheet, forgetTab, keepTab, requireSheet } from "./tabs.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Binding = TabSettings & { sheetId?: number; title?: string };

export function bind(wanted: Binding): Opening {
  const { columns: all } = askFields(wanted);
  alone(() => {
    const sheet = wanted.sheetId === undefined ? addSheet(wanted.title) : requireSheet(wanted.sheetId);
    try {
      const settings = save(sheet, wanted);
      const columns = all.filter(({ column }) => settings.columns.includes(column));
      shape(sheet, columns, { settings, all });
    } catch (error) {
      if (wanted.sheetId === undefined) SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
      throw error;
    }
  });
  return open();
}

/** Roster says whether the query and the columns are such that it can answer. */
function save(sheet: Sheet, { list, query, brand, columns, whenGone, schedule, paused }: Binding): TabSettings {
  const body: SaveTabRequest = { title: sheet.getName(), list, query, brand, columns, whenGone, schedule, paused };
  ask<SheetTab>(`/sheets/tabs/${sheet.getSheetId()}`, { method: "put", body });
  return body;
}

function shape(
  sheet: Sheet,
  columns: SheetColumn[],
  { settings, all }: { settings: TabSettings; all: readonly SheetColumn[] },
): void {
  const { synced } = readMemoryOf(sheet.getSheetId());
  const unsent = planEdits(readSheet(sheet), synced, editableOf(all));
  const edited = new Set(unsent.map(({ column }) => column));
  dropColumns(sheet, { wanted: new Set(settings.columns), edited });
  layOut(sheet, inOrder(columns, settings.columns));
  keepTab(sheet.getSheetId(), { settings, columns });
}

const inOrder = (columns: readonly SheetColumn[], names: readonly string[]): SheetColumn[] =>
  [...columns].sort((one, other) => names.indexOf(one.column) - names.indexOf(other.column));

/** In front, as people expect of what they just asked for. */
function addSheet(title = "Roster"): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const taken = new Set(spreadsheet.getSheets().map((each) => each.getName()));
  let name = title;
  for (let count = 2; taken.has(name); count += 1) name = `${title} ${count}`;
  return spreadsheet.insertSheet(name);
}

export function unbind({ sheetId }: { sheetId: number }): Opening {
  try {
    ask(`/sheets/tabs/${sheetId}`, { method: "delete" });
  } catch (error) {
    // Somebody else was faster.
    if (!(error instanceof AddonError) || error.problem.kind !== "not-found") throw error;
  }
  forgetTab(sheetId);
  // Where the tab stays, its memory does, so that it can be bound again; without one it would hold what nobody sees.
  if (!findSheet(sheetId)) removeMemory(sheetId);
  return open();
}
