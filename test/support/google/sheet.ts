import type { GridSheet } from "../workbook.js";
import { makeProtection } from "./protection.js";
import { type Area, findMetadata, makeRange } from "./range.js";
import { check, service, type World } from "./realm.js";

/** One object a sheet and run, so that a script may hand it back. */
const grids = new WeakMap<object, GridSheet>();

export const gridOf = (sheet: object): GridSheet => {
  const grid = grids.get(sheet);
  if (!grid) throw new Error("this is no sheet of the spreadsheet");
  return grid;
};

export function makeSheet(grid: GridSheet, world: World) {
  const counts = (what: string, ...numbers: unknown[]) => {
    for (const number of numbers) {
      check(number, "number", `Sheet.${what}`);
      if (Number(number) < 1) throw new Error(`The coordinates of the range are outside the dimensions: ${what}.`);
    }
  };
  const sheet = service(
    "Sheet",
    {
      getSheetId: () => grid.id,
      getName: () => grid.title,
      getLastRow: () => grid.lastRow,
      getLastColumn: () => grid.lastColumn,
      getMaxRows: () => grid.rowCount,
      getMaxColumns: () => grid.columns.length,
      getFrozenRows: () => grid.frozenRows,
      getRange: (...place: [string] | number[]) => makeRange(grid, areaOf(grid, place), world),
      getRangeList: (names: string[]) => makeRangeList(grid, names, world),
      getDataRange: () =>
        makeRange(grid, { row: 0, column: 0, height: grid.lastRow || 1, width: grid.lastColumn || 1 }, world),
      setFrozenRows(rows: number) {
        counts("setFrozenRows", rows);
        grid.frozenRows = rows;
        return sheet;
      },
      insertRowsAfter(after: number, count: number) {
        counts("insertRowsAfter", after, count);
        grid.insertRows(after, count);
        return sheet;
      },
      deleteRows(row: number, count: number) {
        counts("deleteRows", row, count);
        if (grid.rowCount - count <= grid.frozenRows)
          throw new Error("Sorry, it is not possible to delete all non-frozen rows.");
        grid.deleteRows(row - 1, count);
      },
      insertColumnBefore(before: number) {
        counts("insertColumnBefore", before);
        grid.insertColumns(before - 1, 1);
        return sheet;
      },
      insertColumnsAfter(after: number, count: number) {
        counts("insertColumnsAfter", after, count);
        grid.insertColumns(after, count);
        return sheet;
      },
      deleteColumns(column: number, count: number) {
        counts("deleteColumns", column, count);
        grid.deleteColumns(column - 1, count);
      },
      hideColumns(column: number) {
        counts("hideColumns", column);
        const found = grid.columns[column - 1];
        if (!found) throw new Error("Those columns are out of bounds.");
        found.hidden = true;
      },
      hideSheet() {
        grid.hidden = true;
        return sheet;
      },
      protect: () => makeProtection([grid], world),
      createDeveloperMetadataFinder: () => makeFinder(grid, {}, world),
    },
    world,
  );
  grids.set(sheet, grid);
  return sheet;
}

function makeFinder(grid: GridSheet, wanted: { key?: string; value?: string }, world: World): object {
  return service(
    "DeveloperMetadataFinder",
    {
      withKey: (key: string) => makeFinder(grid, { ...wanted, key }, world),
      withValue: (value: string) => makeFinder(grid, { ...wanted, value }, world),
      find: () => findMetadata(grid, wanted, world),
    },
    world,
  );
}

function makeRangeList(grid: GridSheet, names: string[], world: World) {
  if (names.length === 0) throw new Error("The list of ranges is empty.");
  const areas = names.map((name) => areaOf(grid, [name]));
  const each = (change: object) => {
    for (const { row, column, height, width } of areas)
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < width; right += 1) grid.change(row + down, column + right, change);
    return list;
  };
  const list: object = service(
    "RangeList",
    {
      setNumberFormat(format: string) {
        check(format, "string", "RangeList.setNumberFormat");
        return each({ format });
      },
      setBackground: (colour: string | null) => each({ background: colour ?? "#ffffff" }),
    },
    world,
  );
  return list;
}

function areaOf(grid: GridSheet, place: [string] | number[]): Area {
  if (typeof place[0] === "string") return namedArea(grid, place[0]);
  for (const number of place) check(number, "number", "Sheet.getRange");
  const [row = 1, column = 1, height = 1, width = 1] = place.map(Number);
  return { row: row - 1, column: column - 1, height, width };
}

/** `B`, `B:B`, `B2`, `B2:C9`. */
function namedArea(grid: GridSheet, name: string): Area {
  const [, from = "", top, to = from, bottom = top] = /^([A-Z]+)(\d+)?(?::([A-Z]+)(\d+)?)?$/.exec(name) ?? [];
  if (from === "") throw new Error(`Range not found: ${name}`);
  const [row, last] = [top === undefined ? 0 : Number(top) - 1, bottom === undefined ? grid.rowCount : Number(bottom)];
  const column = placeOf(from);
  return { row, column, height: last - row, width: placeOf(to) - column + 1 };
}

const placeOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
