import { TEXT_FORMAT } from "../../addon/marks.js";
import { MEMORY_PROTECTED, type Memory, type MemoryWrite, memoryName, readMemory } from "../../addon/memory.js";
import { rectanglesOf } from "../../addon/ranges.js";
import type { Change } from "./google-sheets.js";
import { grow, protect } from "./lay-out.js";
import { numberFormat } from "./looks.js";
import { readCells } from "./read-sheet.js";
import { newSheetId, type SheetLook, type Spreadsheet, type SpreadsheetLook } from "./spreadsheet.js";
import { writeCells } from "./write-cells.js";

/** Of a new memory sheet: a spreadsheet has 10 million cells for everything. */
const [FIRST_ROWS, FIRST_COLUMNS] = [1_000, 4] as const;

export const findMemory = ({ sheets }: SpreadsheetLook, sheetId: number): SheetLook | undefined =>
  sheets.find(({ title }) => title === memoryName(sheetId));

/** What the last sync wrote into a tab; nothing of one that was never filled. */
export const readMemoryOf = async (spreadsheet: Spreadsheet, sheet: SheetLook | undefined): Promise<Memory> =>
  readMemory(sheet ? await readCells(spreadsheet, sheet, { from: 0 }) : []);

/** Answers the memory sheet as it is afterwards: larger, or new. */
export async function writeMemory(
  spreadsheet: Spreadsheet,
  { sheet, of: sheetId }: { sheet: SheetLook | undefined; of: number },
  rows: readonly MemoryWrite[],
): Promise<SheetLook> {
  const memory = sheet ?? newMemory(sheetId);
  const wanted = {
    rows: Math.max(memory.rows, ...rows.map(({ row }) => row + 1)),
    columns: Math.max(memory.columns, ...rows.map(({ cells }) => cells.length)),
  };
  await spreadsheet.change([...(sheet ? [] : addMemory(memory)), ...enlarge(memory, wanted)]);
  const writes = rows.flatMap(({ row, cells }) => cells.map((value, at) => ({ row, at, value })));
  await writeCells(spreadsheet, memory, rectanglesOf(writes));
  return { ...memory, ...wanted };
}

const newMemory = (sheetId: number): SheetLook => ({
  sheetId: newSheetId(),
  title: memoryName(sheetId),
  rows: FIRST_ROWS,
  columns: FIRST_COLUMNS,
  frozenRows: 0,
  marks: [],
});

function addMemory({ sheetId, title, rows, columns }: SheetLook): Change[] {
  const gridProperties = { rowCount: rows, columnCount: columns };
  return [
    { addSheet: { properties: { sheetId, title, hidden: true, gridProperties } } },
    numberFormat({ sheetId }, TEXT_FORMAT),
    protect({ sheetId }, MEMORY_PROTECTED),
  ];
}

function enlarge({ sheetId, rows, columns }: SheetLook, wanted: { rows: number; columns: number }): Change[] {
  const grown = [
    ...grow(sheetId, "ROWS", { from: rows, to: wanted.rows }),
    ...grow(sheetId, "COLUMNS", { from: columns, to: wanted.columns }),
  ];
  return grown.length > 0 ? [...grown, numberFormat({ sheetId }, TEXT_FORMAT)] : [];
}
