/** The column and row of a cell, and whether the cell is without content. */
const CELL = /<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*?(\/?)>/g;
const LETTERS = 26;

/**
 * How many cells a sheet becomes when it is read as rows: each row reaches to its last cell while it is read, and to
 * the sheet's last filled column afterwards.
 *
 * @param xml the sheet's XML
 */
export function sheetArea(xml: string): number {
  let lastRow = 0;
  let lastFilled = 0;
  let rowEnd = 0;
  let area = 0;
  for (const [, letters = "", digits, empty] of xml.matchAll(CELL)) {
    const row = Number(digits);
    const column = columnNumber(letters);
    if (row !== lastRow) {
      area += rowEnd + Math.max(0, row - lastRow - 1);
      rowEnd = 0;
      lastRow = Math.max(lastRow, row);
    }
    rowEnd = Math.max(rowEnd, column);
    if (empty === "") lastFilled = Math.max(lastFilled, column);
  }
  return Math.max(area + rowEnd, lastRow * lastFilled);
}

/** A → 1, Z → 26, AA → 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * LETTERS + letter.charCodeAt(0) - 64;
  return number;
}
