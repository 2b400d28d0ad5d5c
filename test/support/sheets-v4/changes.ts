import { z } from "zod";
import type { GridCell, GridSheet, Workbook } from "../workbook.js";
import { checkNames, readFields, type Shape } from "./fields-mask.js";
import { refuse } from "./refusal.js";

const index = z.int().min(0);
const gridRange = z.strictObject({
  sheetId: z.int(),
  startRowIndex: index.optional(),
  endRowIndex: index.optional(),
  startColumnIndex: index.optional(),
  endColumnIndex: index.optional(),
});
const dimensionRange = z.strictObject({
  sheetId: z.int(),
  dimension: z.enum(["ROWS", "COLUMNS"]),
  startIndex: index,
  endIndex: index,
});
const share = z.number().min(0).max(1);
const colour = z.strictObject({ rgbColor: z.strictObject({ red: share, green: share, blue: share }) });
const TYPES = ["TEXT", "NUMBER", "PERCENT", "CURRENCY", "DATE", "TIME", "DATE_TIME", "SCIENTIFIC"] as const;
const cellData = z.strictObject({
  userEnteredValue: z
    .union([
      z.strictObject({ stringValue: z.string() }),
      z.strictObject({ numberValue: z.number() }),
      z.strictObject({ boolValue: z.boolean() }),
    ])
    .optional(),
  userEnteredFormat: z
    .strictObject({
      numberFormat: z.strictObject({ type: z.enum(TYPES), pattern: z.string().optional() }).optional(),
      backgroundColorStyle: colour.optional(),
      textFormat: z.strictObject({ bold: z.boolean() }).optional(),
    })
    .optional(),
  note: z.string().optional(),
});
type CellData = z.infer<typeof cellData>;
const CELL: Shape = {
  userEnteredValue: true,
  userEnteredFormat: { numberFormat: true, backgroundColorStyle: true, textFormat: { bold: true } },
  note: true,
};

const request = z.union([
  z.strictObject({
    addSheet: z.strictObject({
      properties: z.strictObject({
        sheetId: z.int().min(0).optional(),
        title: z.string().min(1).max(100),
        index: index.optional(),
        hidden: z.boolean().optional(),
        gridProperties: z
          .strictObject({ rowCount: z.int().min(1), columnCount: z.int().min(1), frozenRowCount: index.optional() })
          .optional(),
      }),
    }),
  }),
  z.strictObject({
    insertDimension: z.strictObject({ range: dimensionRange, inheritFromBefore: z.boolean().optional() }),
  }),
  z.strictObject({ deleteDimension: z.strictObject({ range: dimensionRange }) }),
  z.strictObject({ repeatCell: z.strictObject({ range: gridRange, cell: cellData, fields: z.string() }) }),
  z.strictObject({
    updateCells: z.strictObject({
      start: z.strictObject({ sheetId: z.int(), rowIndex: index, columnIndex: index }),
      rows: z.array(z.strictObject({ values: z.array(cellData) })),
      fields: z.string(),
    }),
  }),
  z.strictObject({
    createDeveloperMetadata: z.strictObject({
      developerMetadata: z.strictObject({
        metadataKey: z.string().min(1),
        metadataValue: z.string(),
        visibility: z.enum(["DOCUMENT", "PROJECT"]),
        location: z.strictObject({ dimensionRange }),
      }),
    }),
  }),
  z.strictObject({
    addProtectedRange: z.strictObject({
      protectedRange: z.strictObject({
        range: gridRange,
        description: z.string(),
        warningOnly: z.boolean().optional(),
      }),
    }),
  }),
  z.strictObject({
    updateDimensionProperties: z.strictObject({
      range: dimensionRange,
      properties: z.strictObject({ hiddenByUser: z.boolean() }),
      fields: z.literal("hiddenByUser"),
    }),
  }),
  z.strictObject({
    updateSheetProperties: z.strictObject({
      properties: z.strictObject({
        sheetId: z.int(),
        gridProperties: z.strictObject({ frozenRowCount: index }),
      }),
      fields: z.literal("gridProperties.frozenRowCount"),
    }),
  }),
]);
type Request = z.infer<typeof request>;

/** `spreadsheets.batchUpdate`: kinds and fields that Google has not, and what leaves the grid, are refused. */
export function change(book: Workbook, body: unknown): void {
  const { success, data, error } = z.strictObject({ requests: z.array(request).min(1) }).safeParse(body);
  if (!success)
    refuse(`Invalid JSON payload received. ${z.prettifyError(error)} ${JSON.stringify(body).slice(0, 400)}`);
  for (const [at, each] of data.requests.entries()) {
    try {
      apply(book, each);
    } catch (error) {
      refuse(`Invalid requests[${at}].${Object.keys(each)[0]}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

function apply(book: Workbook, each: Request): void {
  if ("addSheet" in each) addSheet(book, each.addSheet.properties);
  else if ("insertDimension" in each) insertDimension(book, each.insertDimension);
  else if ("deleteDimension" in each) deleteDimension(book, each.deleteDimension.range);
  else if ("repeatCell" in each) repeatCell(book, each.repeatCell);
  else if ("updateCells" in each) updateCells(book, each.updateCells);
  else if ("createDeveloperMetadata" in each) createMetadata(book, each.createDeveloperMetadata.developerMetadata);
  else if ("addProtectedRange" in each) protect(book, each.addProtectedRange.protectedRange);
  else if ("updateDimensionProperties" in each) {
    const { range, properties } = each.updateDimensionProperties;
    for (const column of columnsOf(book, range)) column.hidden = properties.hiddenByUser;
  } else {
    const { sheetId, gridProperties } = each.updateSheetProperties.properties;
    const sheet = sheetOf(book, sheetId);
    if (gridProperties.frozenRowCount >= sheet.rowCount) throw new Error("You can't freeze all visible rows.");
    sheet.frozenRows = gridProperties.frozenRowCount;
  }
}

function sheetOf(book: Workbook, id: number): GridSheet {
  const sheet = book.sheets.find((each) => each.id === id);
  if (!sheet) throw new Error(`No grid with id: ${id}`);
  return sheet;
}

type Of<K extends string> = Extract<Request, Record<K, unknown>> extends Record<K, infer V> ? V : never;

function addSheet(book: Workbook, given: Of<"addSheet">["properties"]): void {
  const { sheetId: id, title, hidden = false, gridProperties: grid } = given;
  if (book.sheets.some((each) => each.id === id)) throw new Error(`A sheet with the id ${id} already exists.`);
  const sheet = book.addSheet({ id, title, rows: grid?.rowCount, columns: grid?.columnCount });
  Object.assign(sheet, { hidden, frozenRows: grid?.frozenRowCount ?? 0 });
}

function insertDimension(book: Workbook, { range, inheritFromBefore = false }: Of<"insertDimension">): void {
  const { startIndex, endIndex, dimension } = range;
  const sheet = sheetOf(book, range.sheetId);
  const size = dimension === "ROWS" ? sheet.rowCount : sheet.columns.length;
  if (endIndex <= startIndex) throw new Error("range.endIndex must be after range.startIndex");
  if (startIndex === 0 && inheritFromBefore) throw new Error("there is nothing before the first to inherit from");
  if (startIndex > size || (startIndex === size && !inheritFromBefore)) {
    throw new Error(`range.startIndex[${startIndex}] must be less than the grid size (${size})`);
  }
  const count = endIndex - startIndex;
  if (dimension === "ROWS") sheet.insertRows(startIndex, count);
  else sheet.insertColumns(startIndex, count);
}

function deleteDimension(book: Workbook, range: Of<"deleteDimension">["range"]): void {
  const { startIndex, endIndex, dimension } = range;
  const sheet = sheetOf(book, range.sheetId);
  const count = endIndex - startIndex;
  if (count < 1) throw new Error("range.endIndex must be after range.startIndex");
  if (dimension === "COLUMNS") sheet.deleteColumns(startIndex, count);
  else if (sheet.rowCount - count <= sheet.frozenRows) {
    throw new Error("Sorry, it is not possible to delete all non-frozen rows.");
  } else sheet.deleteRows(startIndex, count);
}

/** What `fields` names is set; where the cell does not say it, it is cleared. */
function changeOf(cell: CellData, fields: string): Partial<GridCell> {
  const names = readFields(fields);
  checkNames(names, CELL, "");
  const { userEnteredValue: value, userEnteredFormat: format, note = "" } = cell;
  const formats = names.userEnteredFormat;
  const all = formats && Object.keys(formats).length === 0;
  const written = value ? (Object.values(value)[0] ?? null) : null;
  return {
    ...(names.userEnteredValue ? { value: written === "" ? null : written, formula: undefined } : {}),
    ...(all || formats?.numberFormat ? { format: format?.numberFormat?.pattern ?? "General" } : {}),
    ...(all || formats?.backgroundColorStyle ? { background: hexOf(format?.backgroundColorStyle) } : {}),
    ...(names.note ? { note } : {}),
  };
}

function hexOf(style: z.infer<typeof colour> | undefined): string {
  if (!style) return "#ffffff";
  const { red, green, blue } = style.rgbColor;
  return `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function repeatCell(book: Workbook, { range, cell, fields }: Of<"repeatCell">): void {
  const sheet = sheetOf(book, range.sheetId);
  const [row, endRow] = [range.startRowIndex ?? 0, range.endRowIndex ?? sheet.rowCount];
  const [column, endColumn] = [range.startColumnIndex ?? 0, range.endColumnIndex ?? sheet.columns.length];
  const changed = changeOf(cell, fields);
  sheet.cell(endRow - 1, endColumn - 1);
  if (row >= endRow || column >= endColumn) throw new Error("the range is empty");
  for (let at = row; at < endRow; at += 1) {
    for (let right = column; right < endColumn; right += 1) sheet.change(at, right, changed);
  }
}

function updateCells(book: Workbook, { start, rows, fields }: Of<"updateCells">): void {
  const sheet = sheetOf(book, start.sheetId);
  for (const [down, { values }] of rows.entries()) {
    for (const [right, cell] of values.entries()) {
      sheet.change(start.rowIndex + down, start.columnIndex + right, changeOf(cell, fields));
    }
  }
}

function columnsOf(book: Workbook, { sheetId, dimension, startIndex, endIndex }: z.infer<typeof dimensionRange>) {
  const sheet = sheetOf(book, sheetId);
  if (dimension !== "COLUMNS") throw new Error("the fake does this with columns only");
  if (endIndex > sheet.columns.length || startIndex >= endIndex) throw new Error("the columns are out of bounds");
  return sheet.columns.slice(startIndex, endIndex);
}

function createMetadata(book: Workbook, given: Of<"createDeveloperMetadata">["developerMetadata"]): void {
  const { metadataKey: key, metadataValue: value, visibility, location } = given;
  const [column, ...more] = columnsOf(book, location.dimensionRange);
  if (!column || more.length > 0) throw new Error("metadata is of one row or one column");
  column.metadata.push({ key, value, visibility });
}

function protect(book: Workbook, given: Of<"addProtectedRange">["protectedRange"]): void {
  const { range, description, warningOnly = false } = given;
  const sheet = sheetOf(book, range.sheetId);
  if (range.startColumnIndex === undefined) sheet.protection = { description, warningOnly };
  else {
    for (const column of sheet.columns.slice(range.startColumnIndex, range.endColumnIndex)) {
      column.protection = { description, warningOnly };
    }
  }
}
