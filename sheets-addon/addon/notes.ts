import { withOurPart } from "./our-part.js";
import { HEADER_ROWS } from "./tab.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows are those of the tab. */
export function writeNotes(sheet: Sheet, notes: readonly { row: number; at: number; text: string }[]): void {
  if (notes.length === 0) return;
  const [rows, places] = [notes.map(({ row }) => row), notes.map(({ at }) => at)];
  const [top, left] = [Math.min(...rows), Math.min(...places)];
  const [height, width] = [Math.max(...rows) - top + 1, Math.max(...places) - left + 1];
  const there = sheet.getRange(top + HEADER_ROWS + 1, left + 1, height, width).getNotes();
  for (const { row, at, text } of notes) {
    const before = there[row - top]?.[at - left] ?? "";
    const note = withOurPart(before, text);
    if (note !== before) sheet.getRange(row + HEADER_ROWS + 1, at + 1).setNote(note);
  }
}
