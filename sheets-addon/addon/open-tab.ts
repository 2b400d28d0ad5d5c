import type { SheetColumn } from "../../core/contract/index.js";
import { columnsOf } from "./columns.js";
import { layOut } from "./lay-out.js";
import { IDS_DAMAGED } from "./lost-ids.js";
import type { Memory } from "./memory.js";
import { readMemoryOf } from "./memory-sheet.js";
import { AddonError } from "./problem.js";
import { findColumns, readIds, readSheet } from "./read-sheet.js";
import { sameCell, type TabAsRead } from "./tab.js";
import { type BoundTab, requireSheet, requireTab } from "./tabs.js";
import type { OpenSheet } from "./write-sheet.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A bound tab as it stands, with what is remembered of it. */
export interface OpenTab extends OpenSheet {
  bound: BoundTab;
  columns: SheetColumn[];
  memory: Memory;
  /** Of the sheet, when it was read: people write below. */
  lastRow: number;
}

/** @throws AddonError when the tab is not bound, or gone */
export function openTab(sheetId: number, read: (sheet: Sheet) => TabAsRead = readSheet): OpenTab {
  const bound = requireTab(sheetId);
  const sheet = requireSheet(sheetId);
  const columns = columnsOf(bound);
  const memory = readMemoryOf(sheetId);
  if (memory.synced.size === 0 && findColumns(sheet).ours.length === 0) layOut(sheet, columns);
  return { bound, sheet, columns, memory, lastRow: sheet.getLastRow(), tab: read(sheet) };
}

/** Reads the tab as it stands now. */
export function readAgain(open: OpenTab): void {
  open.lastRow = open.sheet.getLastRow();
  open.tab = readSheet(open.sheet);
}

/** Whether people moved rows or columns, or wrote below, since the tab was read. */
export function hasMoved({ sheet, tab, lastRow }: OpenTab): boolean {
  const { idAt, ours, rows } = readIds(sheet);
  if (idAt === undefined || idAt !== tab.idAt || JSON.stringify(ours) !== JSON.stringify(tab.ours)) return true;
  if (sheet.getLastRow() !== lastRow) return true;
  return tab.rows.some((cells, row) => !sameCell(cells[idAt], rows[row]?.[idAt]));
}

export const idsDamaged = (): AddonError => new AddonError("ids-damaged", IDS_DAMAGED);
