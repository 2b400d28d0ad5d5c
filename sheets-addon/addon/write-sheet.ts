import type { Cell, ColumnFormat, SheetColumn } from "../../core/contract/index.js";
import { asText, asTyped } from "./as-typed.js";
import { cellName, columnName } from "./cell-name.js";
import { GREY, numberFormatOf, TEXT_FORMAT } from "./marks.js";
import { writeMemory } from "./memory-sheet.js";
import { chunksOf, type Rectangle } from "./ranges.js";
import type { Step } from "./steps.js";
import { HEADER_ROWS, type TabAsRead } from "./tab.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Ranges that one call formats. */
const MOST_RANGES = 500;

/** A sheet that is written, and what its columns are. */
export interface OpenSheet {
  sheet: Sheet;
  tab: TabAsRead;
  columns: readonly SheetColumn[];
}

/** Does what a plan says, on the rows of the tab as it was read; returns how many of its cells were written. */
export function takeSteps(steps: readonly Step[], open: OpenSheet): number {
  makeTexts(steps, open);
  let [cells, last] = [0, open.tab.rows.length];
  for (const step of steps) {
    cells += takeStep(step, open, last);
    if (step.does === "append") last += step.rows.length;
  }
  return cells;
}

function takeStep(step: Step, open: OpenSheet, last: number): number {
  const { sheet } = open;
  switch (step.does) {
    case "remember":
      writeMemory(sheet.getSheetId(), step.rows);
      return 0;
    case "write":
      return writeCells(step.cells, open);
    case "append":
      return append(step.rows, open, last);
    case "grey":
    case "ungrey":
      paint(open, step.rows, step.does === "grey" ? GREY : null);
      return 0;
    case "remove":
      removeRows(sheet, step);
      return 0;
  }
}

/** The cells that are about to be written keep their texts as they are: one call for many. */
function makeTexts(steps: readonly Step[], { sheet, tab, columns }: OpenSheet): void {
  const texts = textPlaces(tab, columns);
  const names = steps.flatMap((step) => (step.does === "write" ? textRanges(step.cells, texts) : []));
  for (const chunk of chunksOf(names, MOST_RANGES)) sheet.getRangeList(chunk).setNumberFormat(TEXT_FORMAT);
}

function textPlaces(tab: TabAsRead, columns: readonly SheetColumn[]): ReadonlySet<number> {
  const formats = new Map(columns.map((each) => [each.column, numberFormatOf(each)]));
  const places = tab.ours.filter(({ column }) => formats.get(column) === TEXT_FORMAT).map(({ at }) => at);
  return new Set(tab.idAt === undefined ? places : [tab.idAt, ...places]);
}

function textRanges({ row, at, values }: Rectangle, texts: ReadonlySet<number>): string[] {
  const [top, bottom] = [row + HEADER_ROWS, row + HEADER_ROWS + values.length - 1];
  const places = (values[0] ?? []).map((_, right) => at + right).filter((place) => texts.has(place));
  return places.map((place) => `${cellName(top, place)}:${cellName(bottom, place)}`);
}

function writeCells({ row, at, values }: Rectangle, { sheet, tab, columns }: OpenSheet): number {
  const width = values[0]?.length ?? 0;
  const texts = textPlaces(tab, columns);
  const formats = formatsByPlace(tab, columns);
  const typed = values.map((line) =>
    line.map((cell, right) =>
      texts.has(at + right) ? asText(cell) : asTyped(cell, formats.get(at + right) ?? "text"),
    ),
  );
  sheet.getRange(row + HEADER_ROWS + 1, at + 1, values.length, width).setValues(typed);
  return values.length * width;
}

function formatsByPlace(tab: TabAsRead, columns: readonly SheetColumn[]): Map<number, ColumnFormat> {
  const formats = new Map(columns.map(({ column, format }) => [column, format]));
  return new Map(tab.ours.map(({ column, at }) => [at, formats.get(column) ?? "text"]));
}

/** Whole rows at once, people's columns between ours empty: so no row is ever there in part. */
function append(rows: readonly Cell[][], open: OpenSheet, last: number): number {
  const { sheet, tab, columns } = open;
  growRows(sheet, HEADER_ROWS + last + rows.length);
  const width = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => [...row, ...new Array<Cell>(width - row.length).fill(null)]);
  const names = textRanges({ row: last, at: 0, values }, textPlaces(tab, columns));
  sheet.getRangeList(names).setNumberFormat(TEXT_FORMAT);
  return writeCells({ row: last, at: 0, values }, open);
}

export function growRows(sheet: Sheet, rows: number): void {
  const there = sheet.getMaxRows();
  if (rows > there) sheet.insertRowsAfter(there, rows - there);
}

/** A sheet keeps a row that is not frozen. */
function removeRows(sheet: Sheet, { row, count }: { row: number; count: number }): void {
  if (sheet.getMaxRows() - count <= HEADER_ROWS) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  sheet.deleteRows(row + HEADER_ROWS + 1, count);
}

/** Behind our columns only: colours that people gave theirs stay. */
function paint({ sheet, tab }: OpenSheet, rows: readonly number[], colour: string | null): void {
  const names = rows.flatMap((row) => tab.ours.map(({ at }) => cellName(row + HEADER_ROWS, at)));
  for (const chunk of chunksOf(names, MOST_RANGES)) sheet.getRangeList(chunk).setBackground(colour);
}

export const wholeColumn = (at: number): string => `${columnName(at)}:${columnName(at)}`;
