/**
 * What Roster adds to a row that it exports, so that it knows its own words when the file comes back: a sum of each cell
 * that a file can say something by. A row sorted, cut out or saved by a spreadsheet keeps its mark.
 */
export const MARK_HEADER = "Roster mark";

/** The columns of creators that a file can say something by, in the order of their sums. */
export const MARKED_COLUMNS = [
  "handle",
  "tiktokUserId",
  "email",
  "phone",
  "firstName",
  "lastName",
  "address.line1",
  "address.line2",
  "address.city",
  "address.state",
  "address.zip",
  "address.country",
  "badge",
  "followers",
] as const;
export type MarkedColumn = (typeof MARKED_COLUMNS)[number];

/** The form of the mark: another one is not read. */
const FORM = "r1-";
/** Letters of each sum, base 36. */
const LENGTH = 5;
const SUMS = 36 ** LENGTH;

/** @param cells of a row by column; those that are not there count as blank */
export const markOf = (cells: { [C in MarkedColumn]?: string }): string =>
  FORM + MARKED_COLUMNS.map((column) => sumOf(cells[column] ?? "")).join("");

/**
 * The columns whose cells are as Roster wrote them.
 *
 * @param cells those that the file has
 */
export function unchangedBy(mark: string, cells: { [C in MarkedColumn]?: string }): Set<MarkedColumn> {
  const text = mark.trim();
  if (!text.startsWith(FORM) || text.length !== FORM.length + MARKED_COLUMNS.length * LENGTH) return new Set();
  const sums = text.slice(FORM.length);
  return new Set(
    MARKED_COLUMNS.filter((column, place) => {
      const cell = cells[column];
      return cell === undefined || sumOf(cell) === sums.slice(place * LENGTH, (place + 1) * LENGTH);
    }),
  );
}

/** What a spreadsheet does to a cell is no change: case, spaces, the `'` before text, zeros that it eats or adds. */
function plainOf(cell: string): string {
  const text = cell
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/^['@+]+/, "");
  return /^[\d,]{1,15}(?:\.\d*)?$/.test(text) ? String(Number(text.replaceAll(",", ""))) : text;
}

/** FNV-1a: what counts is that a changed cell has another sum, not that nobody can make one. */
function sumOf(cell: string): string {
  let sum = 0x811c9dc5;
  for (const byte of Buffer.from(plainOf(cell))) sum = Math.imul(sum ^ byte, 0x01000193);
  return ((sum >>> 0) % SUMS).toString(36).padStart(LENGTH, "0");
}
