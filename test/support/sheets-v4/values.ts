import { z } from "zod";
import type { Workbook } from "../workbook.js";
import { readRange } from "./a1.js";
import { refuse } from "./refusal.js";

const MOST_LETTERS = 50_000;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const update = z.strictObject({
  valueInputOption: z.literal("RAW", "only RAW is written: anything else makes formulas"),
  data: z.array(
    z.strictObject({
      range: z.string(),
      majorDimension: z.literal("ROWS").optional(),
      values: z.array(z.array(cell)),
    }),
  ),
});

/** `values.batchUpdate`; all of it or nothing. Answers how many cells were written. */
export function writeValues(book: Workbook, body: unknown): number {
  const { success, data, error } = update.safeParse(body);
  if (!success) return refuse(`Invalid JSON payload received. ${z.prettifyError(error)}`);
  const writes = data.data.map(({ range, values }) => ({ area: readRange(book, range), range, values }));
  for (const { area, range, values } of writes) {
    const width = Math.max(0, ...values.map((line) => line.length));
    if (values.length > area.endRow - area.row || width > area.endColumn - area.column) {
      refuse(`Requested writing within range [${range}], but tried writing ${values.length} rows of ${width} columns`);
    }
    if (values.some((line) => line.some((each) => typeof each === "string" && each.length > MOST_LETTERS))) {
      refuse("Your input contains more than the maximum of 50000 characters in a single cell.");
    }
  }
  let cells = 0;
  for (const { area, values } of writes) {
    for (const [down, line] of values.entries()) {
      for (const [right, value] of line.entries()) {
        if (value === null) continue;
        area.sheet.put(area.row + down, area.column + right, value);
        cells += 1;
      }
    }
  }
  return cells;
}

const asked = z.strictObject({
  ranges: z.array(z.string()).min(1),
  majorDimension: z.enum(["ROWS", "COLUMNS"]).default("ROWS"),
  valueRenderOption: z.enum(["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"]).default("FORMATTED_VALUE"),
  dateTimeRenderOption: z.enum(["SERIAL_NUMBER", "FORMATTED_STRING"]).default("SERIAL_NUMBER"),
});

/** `values.batchGet`: what is empty at the end of a row, and at the end of the rows, is left out. */
export function readValues(book: Workbook, given: object): { range: string; values?: unknown[][] }[] {
  const { success, data, error } = asked.safeParse(given);
  if (!success) return refuse(`Invalid value. ${z.prettifyError(error)}`);
  if (data.majorDimension !== "ROWS" || data.valueRenderOption === "FORMATTED_VALUE") {
    return refuse("the fake reads rows of formulas or plain values only");
  }
  return data.ranges.map((range) => {
    const { sheet, row, column, endRow, endColumn } = readRange(book, range);
    const values: unknown[][] = [];
    const last = Math.min(endRow, sheet.lastRow);
    for (let at = row; at < last; at += 1) {
      const line: unknown[] = [];
      for (let right = column; right < endColumn; right += 1) {
        const { value, formula } = sheet.cell(at, right);
        line.push((data.valueRenderOption === "FORMULA" ? formula : undefined) ?? value ?? "");
      }
      values.push(line.slice(0, line.findLastIndex((each) => each !== "") + 1));
    }
    const rows = values.slice(0, values.findLastIndex((line) => line.length > 0) + 1);
    return { range, majorDimension: "ROWS", ...(rows.length > 0 ? { values: rows } : {}) };
  });
}
