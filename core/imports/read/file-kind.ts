/** Not a table of text, by its first bytes. */
export interface KindOfFile {
  /** "a PDF". */
  what: string;
  /** What the person should drop instead. */
  instead: string;
}

const TABLE = "Drop the table itself, as CSV or XLSX.";
const UNPACK = "Unpack it and drop the CSV or XLSX files inside.";

const MAGIC: readonly ({ bytes: number[] } & KindOfFile)[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "a PNG picture", instead: TABLE },
  { bytes: [0xff, 0xd8, 0xff], what: "a JPEG picture", instead: TABLE },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: "a GIF picture", instead: TABLE },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF", instead: TABLE },
  { bytes: [0x1f, 0x8b], what: "a gzip archive", instead: UNPACK },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: "a 7z archive", instead: UNPACK },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: "a RAR archive", instead: UNPACK },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: "an Excel workbook of the old kind (.xls), or one with a password",
    instead: "Save it as XLSX or CSV, without a password.",
  },
];

/** What ZIP files begin with, XLSX workbooks among them; an empty one begins with its end. */
const ZIP: readonly number[][] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

export const ZIP_WITHOUT_SHEETS: KindOfFile = { what: "a ZIP archive, not an XLSX workbook", instead: UNPACK };
export const UNKNOWN_BINARY: KindOfFile = { what: "not a text file", instead: TABLE };

/** A known kind of file that is no table, else undefined. */
export function kindOfFile(head: Buffer): KindOfFile | undefined {
  const kind = MAGIC.find(({ bytes }) => beginsWith(head, bytes));
  if (kind !== undefined) return kind;
  const isPage = /^\s*<(?:!doctype html|html|\?xml|table)/i.test(head.toString("latin1", 0, 200));
  return isPage
    ? { what: "a web page or XML, whatever its name ends in", instead: "Open it and save it as CSV or XLSX." }
    : undefined;
}

export function isZip(head: Buffer): boolean {
  return ZIP.some((bytes) => beginsWith(head, bytes));
}

function beginsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
