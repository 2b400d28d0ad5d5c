import type { Cell, SheetColumn } from "../../../core/contract/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { readMarks } from "../../addon/marks.js";
import type { Memory } from "../../addon/memory.js";
import { HEADER_ROWS, type TabAsRead } from "../../addon/tab.js";
import { layOut } from "./lay-out.js";
import { findMemory, readMemoryOf } from "./memory-sheet.js";
import { rangeName, readCells, readSheet } from "./read-sheet.js";
import type { SheetLook, Spreadsheet, SpreadsheetLook } from "./spreadsheet.js";

/** A bound tab as it stands, with what is remembered of it. */
export interface OpenTab {
  spreadsheet: Spreadsheet;
  sheet: SheetLook;
  /** Absent until something is remembered. */
  memorySheet?: SheetLook;
  tab: TabAsRead;
  memory: Memory;
  columns: readonly SheetColumn[];
}

/** @throws CrmError `not-found` for a tab that was deleted */
export async function openTab(
  spreadsheet: Spreadsheet,
  sheetId: number,
  columns: readonly SheetColumn[],
): Promise<OpenTab> {
  const look = await spreadsheet.look();
  const [sheet, memorySheet] = [requireSheet(look, sheetId), findMemory(look, sheetId)];
  const memory = await readMemoryOf(spreadsheet, memorySheet);
  if (memory.synced.size > 0 || readMarks(sheet.marks).ours.length > 0) {
    return { spreadsheet, sheet, memorySheet, memory, columns, tab: await readSheet(spreadsheet, sheet, columns) };
  }
  await spreadsheet.change(layOut(sheet, await readCells(spreadsheet, sheet, { from: 0 }), columns));
  return openTab(spreadsheet, sheetId, columns);
}

function requireSheet({ sheets }: SpreadsheetLook, sheetId: number): SheetLook {
  const sheet = sheets.find((each) => each.sheetId === sheetId);
  if (sheet) return sheet;
  const say = "This tab was deleted. Bring it back by File, Version history; or unbind it in Roster's sidebar.";
  throw new CrmError("not-found", `no tab ${sheetId}`, { say });
}

/** The tab with its grid of this moment, to be written; nothing when people or another run moved rows or columns. */
export async function lookAgain(open: OpenTab, appended: number): Promise<OpenTab | undefined> {
  const look = await open.spreadsheet.look();
  const sheet = requireSheet(look, open.sheet.sheetId);
  const memorySheet = findMemory(look, open.sheet.sheetId);
  const now: OpenTab = { ...open, sheet, memorySheet };
  const marks = readMarks(sheet.marks);
  const { idAt, ours } = open.tab;
  if (JSON.stringify(marks) !== JSON.stringify({ ...(idAt === undefined ? {} : { idAt }), ours })) return undefined;
  if (sheet.rows < HEADER_ROWS + open.tab.rows.length || !memorySheet !== !open.memorySheet) return undefined;
  return (await isAsRead(now, appended)) ? now : undefined;
}

/** Rows stand where they stood, below them is room, and nobody else remembered anything. */
async function isAsRead({ spreadsheet, sheet, memorySheet, tab, memory }: OpenTab, appended: number): Promise<boolean> {
  const last = HEADER_ROWS + tab.rows.length;
  const ids = { row: 0, at: tab.idAt ?? 0, height: last, width: 1 };
  const below = { row: last, at: 0, height: Math.min(appended, sheet.rows - last), width: sheet.columns };
  const ranges = [
    rangeName(sheet, ids),
    ...(memorySheet ? [rangeName(memorySheet, { row: 0, at: 0, height: memorySheet.rows, width: 2 })] : []),
    ...(below.height > 0 ? [rangeName(sheet, below)] : []),
  ];
  const found = await spreadsheet.read(ranges);
  const [idsNow = []] = found;
  const remembered = memorySheet ? (found[1] ?? []) : [];
  const room = below.height > 0 ? (found.at(-1) ?? []) : [];
  return (
    tab.rows.every((cells, row) => sameText(cells[tab.idAt ?? 0], idsNow[row + HEADER_ROWS]?.[0])) &&
    room.every((line) => line.every((cell) => cell === "" || cell === null)) &&
    isRemembered(memory, remembered)
  );
}

const sameText = (one: Cell | undefined, other: unknown): boolean => String(one ?? "") === String(other ?? "");

/** What another run remembers besides stands beside rows that it wrote: those are found below. */
const isRemembered = ({ synced, rowOf }: Memory, now: readonly unknown[][]): boolean =>
  [...rowOf].every(([id, row]) => sameText(id, now[row]?.[0]) && sameText(synced.get(id)?.hash, now[row]?.[1]));
