import type { GridSheet, Workbook } from "../workbook.js";
import type { Shape } from "./fields-mask.js";

const DIMENSION: Shape = {
  hiddenByUser: true,
  pixelSize: true,
  developerMetadata: { metadataId: true, metadataKey: true, metadataValue: true, visibility: true, location: true },
};

/** Of a spreadsheet, as far as it is here. */
export const SPREADSHEET: Shape = {
  spreadsheetId: true,
  spreadsheetUrl: true,
  properties: { title: true, locale: true, timeZone: true },
  sheets: {
    properties: {
      sheetId: true,
      title: true,
      index: true,
      sheetType: true,
      hidden: true,
      gridProperties: { rowCount: true, columnCount: true, frozenRowCount: true, frozenColumnCount: true },
    },
    data: { startRow: true, startColumn: true, columnMetadata: DIMENSION, rowMetadata: DIMENSION },
    protectedRanges: true,
  },
};

/** What is 0, false or nothing is left out, as Google does. */
export function toResource(book: Workbook): object {
  return {
    spreadsheetId: book.id,
    properties: { title: book.title, locale: "en_US", timeZone: book.zone },
    sheets: book.sheets.map((sheet, index) => toSheet(sheet, index)),
  };
}

function toSheet(sheet: GridSheet, index: number): object {
  const grid = { rowCount: sheet.rowCount, columnCount: sheet.columns.length };
  return {
    properties: {
      sheetId: sheet.id,
      title: sheet.title,
      index,
      sheetType: "GRID",
      ...(sheet.hidden ? { hidden: true } : {}),
      gridProperties: { ...grid, ...(sheet.frozenRows > 0 ? { frozenRowCount: sheet.frozenRows } : {}) },
    },
    data: [
      {
        columnMetadata: sheet.columns.map(({ hidden, width, metadata }) => ({
          pixelSize: width,
          ...(hidden ? { hiddenByUser: true } : {}),
          ...(metadata.length > 0 ? { developerMetadata: metadata.map(toMetadata) } : {}),
        })),
      },
    ],
  };
}

const toMetadata = ({ key, value, visibility }: { key: string; value: string; visibility: string }) => ({
  metadataId: 1,
  metadataKey: key,
  metadataValue: value,
  visibility,
  location: { locationType: "COLUMN" },
});
