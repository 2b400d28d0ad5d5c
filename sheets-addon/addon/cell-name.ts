const LETTERS = 26;

/** `A`, `B`, … `AA` of a column that counts from 0. */
export function columnName(at: number): string {
  const rest = Math.floor(at / LETTERS);
  return `${rest > 0 ? columnName(rest - 1) : ""}${String.fromCharCode(65 + (at % LETTERS))}`;
}

/** As people call a cell; row and column of the sheet count from 0. */
export const cellName = (row: number, at: number): string => `${columnName(at)}${row + 1}`;
