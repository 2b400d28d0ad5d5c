import type { GridSheet } from "../workbook.js";
import { check, service, type World } from "./realm.js";
import { gridOf, makeSheet } from "./sheet.js";
import { makeUi, type Shown } from "./ui.js";

export function makeSpreadsheetApp(world: World, shown: Shown) {
  const { book } = world;
  const made = new Map<GridSheet, object>();
  const sheetOf = (grid: GridSheet): object => {
    const sheet = made.get(grid) ?? makeSheet(grid, world);
    made.set(grid, sheet);
    return sheet;
  };
  const find = (title: string) => book.sheets.find((each) => each.title === title);
  const spreadsheet = service(
    "Spreadsheet",
    {
      getId: () => book.id,
      getName: () => book.title,
      getSpreadsheetTimeZone: () => book.zone,
      getSheets: () => book.sheets.map(sheetOf),
      getSheetByName(title: string) {
        check(title, "string", "Spreadsheet.getSheetByName");
        const grid = find(title);
        return grid ? sheetOf(grid) : null;
      },
      getActiveSheet() {
        const front = book.sheets[book.front];
        if (!front) throw new Error("no sheet is in front");
        return sheetOf(front);
      },
      setActiveSheet(sheet: object) {
        book.front = book.sheets.indexOf(gridOf(sheet));
        return sheet;
      },
      insertSheet(title: string, index?: number) {
        check(title, "string", "Spreadsheet.insertSheet");
        if (index !== undefined) check(index, "number", "Spreadsheet.insertSheet");
        const grid = book.addSheet({ title });
        book.sheets.splice(index ?? book.front + 1, 0, ...book.sheets.splice(book.sheets.indexOf(grid), 1));
        book.front = book.sheets.indexOf(grid);
        return sheetOf(grid);
      },
      deleteSheet: (sheet: object) => book.deleteSheet(gridOf(sheet).id),
      toast: (text: string) => void shown.toasts.push(text),
    },
    world,
  );
  return service(
    "SpreadsheetApp",
    {
      getActiveSpreadsheet: () => spreadsheet,
      getUi: () => makeUi(shown, world),
      flush: () => undefined,
      DeveloperMetadataVisibility: { DOCUMENT: "DOCUMENT", PROJECT: "PROJECT" },
    },
    world,
  );
}
