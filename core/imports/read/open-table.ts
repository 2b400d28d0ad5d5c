import { explainNotRecognised, headerKey } from "../recognise/index.js";
import { KNOWN_SOURCES } from "../sources/index.js";
import { dataRows } from "./data-rows.js";
import { findDateRange } from "./date-range.js";
import { fileError } from "./file-error.js";
import { openGrid } from "./open-grid.js";
import type { OpenOptions, Table, TableFile } from "./table.js";

/**
 * Recognises a file and finds out how it is written; its rows are read when they are asked for.
 *
 * @throws CrmError `refused`, naming the file, when it is no table, is not recognised or is not to be taken in;
 * `wrong-input` when `as` is no name of a source or mapping.
 */
export async function openTable(file: TableFile, options: OpenOptions = {}): Promise<Table> {
  const grid = await openGrid(file, options);
  if (grid.header === undefined) throw fileError(file.name, undefined, "The file is empty. Export it again.");

  const { row, recognition } = grid.header;
  if (recognition.kind !== "recognised") {
    const line = recognition.kind === "unknown" && recognition.nearest !== undefined ? row.line : undefined;
    throw fileError(file.name, line, explainNotRecognised(recognition, row.cells));
  }

  const { source, mapping, columns, brandColumns } = recognition;
  const about = { file: file.name, headers: row.cells, headerLine: row.line, columns };
  const descriptionRow = KNOWN_SOURCES.find((each) => each.name === source)?.descriptionRow ?? false;
  return {
    ...about,
    source,
    mapping,
    brandColumns,
    repeatedHeaders: repeated(row.cells),
    dateRange: findDateRange(
      grid.head.filter(({ line }) => line < row.line),
      options.dayOrder,
    ),
    rows: () => dataRows(grid.rows(), { ...about, descriptionRow, notesBeside: grid.notesBeside }),
  };
}

function repeated(headers: readonly string[]): string[] {
  const keys = headers.map(headerKey);
  return headers.filter((_, index) => keys[index] !== "" && keys.indexOf(keys[index] ?? "") < index);
}
