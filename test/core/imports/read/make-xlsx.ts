import { deflateRawSync } from "node:zlib";

/** What stands in a cell: a string, a number as the sheet's XML writes it, a styled day (serial number), or nothing. */
export type SheetValue = string | { number: string } | { day: string } | undefined;

/** Builds a workbook of the smallest possible kind, each sheet as rows of cells. */
export function makeXlsx(...sheets: SheetValue[][][]): Buffer {
  return makeWorkbook(sheets.map((rows) => rows.map(rowXml).join("")));
}

/** Builds a workbook of sheets whose rows are given as XML. */
export function makeWorkbook(sheets: string[]): Buffer {
  const numbers = sheets.map((_, index) => index + 1);
  const list = numbers.map((id) => `<sheet name="Sheet${id}" sheetId="${id}" r:id="rId${id}"/>`).join("");
  const links = numbers.map((id) => relation(id, "worksheet", `worksheets/sheet${id}.xml`)).join("");
  return makeZip({
    "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(links + relation(99, "styles", "styles.xml")),
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((rows, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  });
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function relations(inner: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function rowXml(cells: SheetValue[], row: number): string {
  const xml = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join("");
  return `<row r="${row + 1}">${xml}</row>`;
}

function cellXml(value: SheetValue, at: string): string {
  if (value === undefined) return "";
  if (typeof value === "string") {
    const text = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  }
  return "day" in value ? `<c r="${at}" s="1"><v>${value.day}</v></c>` : `<c r="${at}"><v>${value.number}</v></c>`;
}

/** A ZIP of deflated files; `claim` is the unzipped size that it states for each, when that is to be a lie. */
export function makeZip(files: Record<string, string | Buffer>, claim?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = deflateRawSync(content);
    const sizes = { compressed: data.length, plain: claim ?? Buffer.byteLength(content) };
    const local = Buffer.concat([header(0x04034b50, 30, sizes, name, 0), Buffer.from(name), data]);
    directory.push(header(0x02014b50, 46, sizes, name, offset), Buffer.from(name));
    bodies.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

function header(
  sign: number,
  length: 30 | 46,
  sizes: { compressed: number; plain: number },
  name: string,
  offset: number,
): Buffer {
  const bytes = Buffer.alloc(length);
  const at = length === 46 ? 2 : 0;
  bytes.writeUInt32LE(sign, 0);
  bytes.writeUInt16LE(20, 4 + at);
  bytes.writeUInt16LE(8, 8 + at);
  bytes.writeUInt32LE(sizes.compressed, 18 + at);
  bytes.writeUInt32LE(sizes.plain, 22 + at);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + at);
  if (length === 46) bytes.writeUInt32LE(offset, 42);
  return bytes;
}
