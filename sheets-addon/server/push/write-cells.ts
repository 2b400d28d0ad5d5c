import type { Cell } from "../../../core/contract/index.js";
import type { Rectangle } from "../../addon/ranges.js";
import { asStored } from "./as-stored.js";
import { payloadsOf } from "./payloads.js";
import { type Formats, rangeName } from "./read-sheet.js";
import type { SheetLook, Spreadsheet } from "./spreadsheet.js";

/**
 * Writes cells as they are meant, whatever they begin with; rows count from the sheet's first. Answers how many.
 *
 * @param formats of our columns, where others stand among them: what is empty there is left alone
 */
export async function writeCells(
  spreadsheet: Spreadsheet,
  sheet: SheetLook,
  rectangles: readonly Rectangle[],
  formats?: Formats,
): Promise<number> {
  const stored = rectangles.map(({ row, at, values }) => ({
    row,
    at,
    values: values.map((line) => line.map((cell, right) => storedAt(at + right, cell, formats))),
  }));
  for (const payload of payloadsOf(stored)) {
    await spreadsheet.write(payload.map((each) => ({ range: rangeName(sheet, areaOf(each)), values: each.values })));
  }
  return stored.reduce((sum, { values }) => sum + values.length * (values[0]?.length ?? 0), 0);
}

const areaOf = ({ row, at, values }: Rectangle) => ({
  row,
  at,
  height: values.length,
  width: values[0]?.length ?? 0,
});

function storedAt(at: number, cell: Cell, formats?: Formats): Cell {
  if (cell === null && formats && !formats.has(at)) return null;
  return asStored(cell, formats?.get(at));
}
