import { parse } from "csv-parse/sync";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openTable, type RawRow, readThrough } from "../../../../core/imports/read/index.js";
import { fileOf, rowsOf } from "./table-of.js";

const HEADERS = ["handle", "email", "address"];
/** No two of the letters beyond ASCII make right UTF-8 when they are written in Windows-1252. */
const CELL = fc.string({ unit: fc.constantFrom(..."ab1 ,;\t\"'éñüÿ", "\n", "\r\n"), maxLength: 12 });
const ROWS = fc.array(fc.tuple(CELL, CELL, CELL), { minLength: 1, maxLength: 12 });

const ENCODINGS: Record<string, (text: string) => Buffer> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with mark": (text) => Buffer.from(`\uFEFF${text}`),
  "UTF-16 LE with mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16 LE": (text) => Buffer.from(text, "utf16le"),
  "UTF-16 BE": (text) => iconv.encode(text, "utf-16be", { addBOM: false }),
  "Windows-1252": (text) => iconv.encode(text, "windows-1252"),
};

function write(rows: string[][], delimiter: string, lineEnd: string): { text: string; rows: RawRow[] } {
  let text = HEADERS.join(delimiter) + lineEnd;
  const expected = rows.map((cells) => {
    const line = text.split("\n").length;
    const quoted = cells.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
    text += quoted.join(delimiter) + lineEnd;
    return { line, cells };
  });
  return { text, rows: expected };
}

describe("any table", () => {
  for (const [name, encode] of Object.entries(ENCODINGS)) {
    it(`is read back from ${name} with its line numbers, whatever its delimiter, line ends and chunks`, async () => {
      const delimiter = fc.constantFrom(",", ";", "\t");
      const lineEnd = fc.constantFrom("\n", "\r\n");
      await fc.assert(
        fc.asyncProperty(ROWS, delimiter, lineEnd, fc.integer({ min: 1, max: 40 }), async (cells, mark, end, chunk) => {
          // The first cell keeps a row from being blank or a sum.
          const written = write(
            cells.map(([a, b, c]) => [`x${a}`, b, c]),
            mark,
            end,
          );
          const table = await openTable(fileOf(encode(written.text), { chunk }));
          expect(await rowsOf(table)).toEqual(written.rows);
          expect(await readThrough(table)).toMatchObject({ rows: cells.length });
        }),
      );
    });
  }

  it("is read as csv-parse reads it", async () => {
    await fc.assert(
      fc.asyncProperty(ROWS, async (cells) => {
        const { text } = write(
          cells.map(([a, b, c]) => [`x${a}`, b, c]),
          ",",
          "\n",
        );
        const rows = await rowsOf(await openTable(fileOf(text)));
        const theirs: string[][] = parse(text, { from: 2, record_delimiter: ["\r\n", "\n"] });
        expect(rows.map((row) => row.cells)).toEqual(theirs);
      }),
    );
  });
});
