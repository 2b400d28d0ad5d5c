import { peekTable, type TableFile } from "../read/index.js";
import { type ColumnGuess, guessColumns, recogniseHeaders, type SavedMapping } from "../recognise/index.js";

/** Guesses which column of a table that Roster does not know holds what; undefined for one that it knows. */
export async function proposeColumns(
  file: TableFile,
  saved: readonly SavedMapping[],
): Promise<ColumnGuess[] | undefined> {
  const peek = await peekTable(file);
  if (peek === undefined || recogniseHeaders(peek.headers, { saved }).kind !== "unknown") return undefined;
  return guessColumns(peek.headers, peek.rows);
}
