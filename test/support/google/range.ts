import { DateTime } from "luxon";
import { type CellContent, dayOf, isDayFormat } from "../typed-text.js";
import type { GridCell, GridSheet } from "../workbook.js";
import { makeMetadata } from "./metadata.js";
import { makeProtection } from "./protection.js";
import { check, service, type World } from "./realm.js";

/** Rows and columns count from 0. */
export interface Area {
  row: number;
  column: number;
  height: number;
  width: number;
}

export function makeRange(sheet: GridSheet, area: Area, world: World) {
  const { row, column, height, width } = area;
  if (height < 1 || width < 1) throw new Error("The number of rows in the range must be at least 1.");
  sheet.cell(row, column);
  sheet.cell(row + height - 1, column + width - 1);
  const map = <T>(read: (cell: Readonly<GridCell>) => T): T[][] =>
    Array.from({ length: height }, (_, down) =>
      Array.from({ length: width }, (_c, right) => read(sheet.cell(row + down, column + right))),
    );
  const each = (change: (row: number, column: number) => void) => {
    for (let down = 0; down < height; down += 1)
      for (let right = 0; right < width; right += 1) change(row + down, column + right);
    return range;
  };
  const eachOf = <T>(values: T[][], what: string, change: (row: number, column: number, value: T) => void) => {
    if (!Array.isArray(values) || values.length !== height) {
      throw new Error(`The number of rows in the data does not match the number of rows in the range: ${what}.`);
    }
    if (values.some((line) => line.length !== width)) {
      throw new Error(`The number of columns in the data does not match the number of columns in the range: ${what}.`);
    }
    return each((at, right) => change(at, right, values[at - row]?.[right - column] as T));
  };
  const range = service(
    "Range",
    {
      getColumn: () => column + 1,
      getValues: () => map((cell) => toScript(cell, world)),
      getFormulas: () => map(({ formula = "" }) => formula),
      getDisplayValues: () => map(toDisplay),
      getNotes: () => map(({ note }) => note),
      setValues: (values: CellContent[][]) =>
        eachOf(values, "Range.setValues", (at, right, value) => {
          requireCell(value);
          sheet.type(at, right, value);
        }),
      setNotes: (notes: string[][]) =>
        eachOf(notes, "Range.setNotes", (at, right, note) => sheet.change(at, right, { note })),
      setNote(note: string) {
        check(note, "string", "Range.setNote");
        return each((at, right) => sheet.change(at, right, { note }));
      },
      setNumberFormat(format: string) {
        check(format, "string", "Range.setNumberFormat");
        return each((at, right) => sheet.change(at, right, { format }));
      },
      setFontWeight(weight: string) {
        if (weight !== "bold" && weight !== "normal") throw new Error(`no font weight ${weight}`);
        return range;
      },
      protect: () => makeProtection(wholeColumn("protect").columns, world),
      addDeveloperMetadata(key: string, value: string, visibility: unknown) {
        check(key, "string", "Range.addDeveloperMetadata");
        check(value, "string", "Range.addDeveloperMetadata");
        if (visibility !== "DOCUMENT" && visibility !== "PROJECT") throw new Error("no such visibility");
        for (const each of wholeColumn("addDeveloperMetadata").columns) each.metadata.push({ key, value, visibility });
        return range;
      },
    },
    world,
  );
  const wholeColumn = (what: string) => {
    if (row !== 0 || height !== sheet.rowCount) {
      throw new Error(`${what} is done here with whole columns only: adding it to arbitrary ranges is not supported.`);
    }
    return { columns: sheet.columns.slice(column, column + width) };
  };
  return range;
}

/** Of a sheet: the columns that carry marks. */
export function findMetadata(sheet: GridSheet, wanted: { key?: string; value?: string }, world: World) {
  return sheet.columns.flatMap((column, at) =>
    column.metadata
      .filter(({ key, value }) => (wanted.key ?? key) === key && (wanted.value ?? value) === value)
      .map((mark) => makeMetadata(mark, { column, range: () => makeRange(sheet, wholeArea(sheet, at), world) }, world)),
  );
}

const wholeArea = (sheet: GridSheet, at: number): Area => ({ row: 0, column: at, height: sheet.rowCount, width: 1 });

/** Google takes texts, numbers, check marks and dates; others, such as `null` in a text, come out as their names. */
function requireCell(value: unknown): void {
  if (["string", "number", "boolean"].includes(typeof value)) {
    if (typeof value === "string" && value.length > 50_000) {
      throw new Error("Your input contains more than the maximum of 50000 characters in a single cell.");
    }
    return;
  }
  throw new Error(`a cell was given ${String(value)}`);
}

function toScript({ value, format }: Readonly<GridCell>, { realm, book }: World): unknown {
  if (typeof value === "number" && isDayFormat(format)) {
    return new realm.Date(DateTime.fromISO(dayOf(value), { zone: book.zone }).toMillis());
  }
  return value ?? "";
}

function toDisplay({ value, format }: Readonly<GridCell>): string {
  if (typeof value === "number" && isDayFormat(format)) return dayOf(value);
  if (typeof value === "boolean") return String(value).toUpperCase();
  return String(value ?? "");
}
