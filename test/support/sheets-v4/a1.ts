import type { GridSheet, Workbook } from "../workbook.js";
import { refuse } from "./refusal.js";

/** Cells of a sheet; rows and columns count from 0, the ends are not among them. */
export interface Area {
  sheet: GridSheet;
  row: number;
  column: number;
  endRow: number;
  endColumn: number;
}

const NAME = /^(?:'((?:[^']|'')+)'|([A-Za-z0-9_]+))(?:!([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?)?$/;

/** `'Tab'!A2:C9`, `Tab!A:B`, `Tab!1:1`, `Tab`; what leaves the grid is refused. */
export function readRange(book: Workbook, range: string): Area {
  const found = NAME.exec(range) ?? refuse(`Unable to parse range: ${range}`);
  const title = found[1]?.replaceAll("''", "'") ?? found[2];
  const sheet = book.sheets.find((each) => each.title === title) ?? refuse(`Unable to parse range: ${range}`);
  const [, , , from = "", top = "", to = from, bottom = top] = found;
  const whole = { row: 0, column: 0, endRow: sheet.rowCount, endColumn: sheet.columns.length };
  const area: Area = {
    sheet,
    row: top === "" ? whole.row : Number(top) - 1,
    column: from === "" ? whole.column : placeOf(from),
    endRow: bottom === "" ? whole.endRow : Number(bottom),
    endColumn: to === "" ? whole.endColumn : placeOf(to) + 1,
  };
  const isInside = area.row < area.endRow && area.endRow <= whole.endRow && area.endColumn <= whole.endColumn;
  if (isInside && area.column < area.endColumn && area.row >= 0) return area;
  return refuse(
    `Range (${range}) exceeds grid limits. Max rows: ${whole.endRow}, max columns: ${sheet.columns.length}`,
  );
}

const placeOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
