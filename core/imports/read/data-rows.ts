import { isBlank, isTotal } from "../../normalize/index.js";
import { fileError } from "./file-error.js";
import type { RawRow, Table } from "./table.js";

export interface DataRules extends Pick<Table, "file" | "headers" | "headerLine" | "columns"> {
  /** A row that describes the columns may come first. */
  descriptionRow: boolean;
  /** What stands right of the last header is a note (a sheet's), not a shifted row (a text file's). */
  notesBeside: boolean;
}

/**
 * Leaves the rows of data: not the lines up to the header, nor blank rows, descriptions and sums. Short rows are filled
 * up with blanks.
 *
 * @throws CrmError `refused` where a row has more filled cells than there are headers: some cell has come apart at a
 * delimiter, and all behind it would be read in the wrong column.
 */
export async function* dataRows(batches: AsyncIterable<RawRow[]>, rules: DataRules): AsyncGenerator<RawRow[]> {
  let first = rules.descriptionRow;
  for await (const batch of batches) {
    const rows: RawRow[] = [];
    for (const row of batch) {
      if (row.line <= rules.headerLine || isNoData(row.cells, rules.columns.handle)) continue;
      const isDescription = first && describesColumns(row.cells, rules.columns);
      first = false;
      if (!isDescription) rows.push(fitWidth(row, rules));
    }
    if (rows.length > 0) yield rows;
  }
}

/** A blank row, or one of sums: `Total` in its first filled cell or in the handle's place. */
function isNoData(cells: readonly string[], handle: number | undefined): boolean {
  const filled = cells.find((cell) => !isBlank(cell));
  return filled === undefined || isTotal(filled) || (handle !== undefined && isTotal(cells[handle] ?? ""));
}

/** "Platform unique order ID." where an order's number should be: no id of a real row is without a digit. */
function describesColumns(cells: readonly string[], columns: Table["columns"]): boolean {
  const ids = [columns.orderId, columns.skuId].map((index) => (index === undefined ? "" : (cells[index] ?? "")));
  return ids.some((id) => !isBlank(id)) && ids.every((id) => !/\d/.test(id));
}

function fitWidth(row: RawRow, { file, headers, notesBeside }: DataRules): RawRow {
  const { cells, line } = row;
  while (cells.length < headers.length) cells.push("");
  if (cells.length === headers.length) return row;
  const extra = cells.splice(headers.length).find((cell) => cell.trim() !== "");
  if (extra !== undefined && !notesBeside) {
    const problem = `more cells than the ${headers.length} columns. A cell with the delimiter in it needs quotes around it.`;
    throw fileError(file, line, problem);
  }
  return row;
}
