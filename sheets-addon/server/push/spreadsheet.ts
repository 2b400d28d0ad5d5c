import { randomInt } from "node:crypto";
import { COLUMN_MARK, type FoundMark, ID_MARK } from "../../addon/marks.js";
import type { BookResource, Change, SheetResource, Sheets, Values } from "./google-sheets.js";

/** A sheet's grid; rows and columns are how many there are. */
export interface SheetLook {
  sheetId: number;
  title: string;
  rows: number;
  columns: number;
  frozenRows: number;
  marks: FoundMark[];
}

export interface SpreadsheetLook {
  zone: string;
  sheets: SheetLook[];
}

/** One spreadsheet, as long as Roster may write it. */
export interface Spreadsheet {
  look(): Promise<SpreadsheetLook>;
  read(ranges: string[]): Promise<unknown[][][]>;
  write(data: Values[]): Promise<void>;
  change(requests: Change[]): Promise<void>;
}

/** Google's numbers of sheets end here. */
const MOST_SHEET_ID = 2 ** 31 - 1;

/** For a sheet that is made and filled by one call. */
export const newSheetId = (): number => randomInt(1, MOST_SHEET_ID);

const FIELDS =
  "properties.timeZone,sheets(properties(sheetId,title,gridProperties),data(startColumn,columnMetadata.developerMetadata(metadataKey,metadataValue)))";

/** @param beforeWrite asked before each write; its refusal ends the run */
export function openSpreadsheet(google: Sheets, id: string, beforeWrite: () => Promise<void>): Spreadsheet {
  return {
    look: async () => readLook(await google.get(id, FIELDS)),
    read: (ranges) => google.read(id, ranges),
    async write(data) {
      await beforeWrite();
      await google.write(id, data);
    },
    async change(requests) {
      if (requests.length === 0) return;
      await beforeWrite();
      await google.change(id, requests);
    },
  };
}

const readLook = ({ properties, sheets }: BookResource): SpreadsheetLook => ({
  zone: properties?.timeZone ?? "UTC",
  sheets: (sheets ?? []).map(readSheetLook),
});

function readSheetLook({ properties, data }: SheetResource): SheetLook {
  const { sheetId, title, gridProperties: grid } = properties ?? {};
  return {
    sheetId: sheetId ?? 0,
    title: title ?? "",
    rows: grid?.rowCount ?? 0,
    columns: grid?.columnCount ?? 0,
    frozenRows: grid?.frozenRowCount ?? 0,
    marks: marksIn(data ?? []),
  };
}

const marksIn = (data: NonNullable<SheetResource["data"]>): FoundMark[] =>
  data.flatMap(({ startColumn, columnMetadata }) =>
    (columnMetadata ?? []).flatMap(({ developerMetadata }, right) =>
      (developerMetadata ?? []).flatMap(({ metadataKey: key, metadataValue }) =>
        key === COLUMN_MARK || key === ID_MARK
          ? [{ key, value: metadataValue ?? "", at: (startColumn ?? 0) + right }]
          : [],
      ),
    ),
  );
