import { describe, expect, it } from "vitest";
import { openTable } from "../../../../core/imports/read/index.js";
import { makeWorkbook, makeXlsx, makeZip } from "./make-xlsx.js";
import { cellsOf, complaintAbout, fileOf, fixture, rowsOf } from "./table-of.js";

const xlsx = (bytes: Buffer) => fileOf(bytes, { name: "book.xlsx" });
const HEADERS = ["handle", "email", "gmv"];

describe("an XLSX workbook", () => {
  it("is read from the first sheet with a known header", async () => {
    const table = await openTable(xlsx(makeXlsx([["a note"]], [[], ["Handle", "Email"], ["mia", " m@example.com "]])));
    expect(table).toMatchObject({ source: "euka", headerLine: 2 });
    expect(await rowsOf(table)).toEqual([{ line: 3, cells: ["mia", " m@example.com "] }]);
  });

  it("gives its rows each time they are asked for", async () => {
    const table = await openTable(xlsx(makeXlsx([HEADERS, ["mia", "m@example.com", { number: "5" }]])));
    expect(await rowsOf(table)).toEqual(await rowsOf(table));
  });

  it("shows ids that a spreadsheet has spoilt as such", async () => {
    const rows = await cellsOf(
      xlsx(
        makeXlsx([
          ["Order ID", "SKU ID", "Buyer Username"],
          [{ number: "7.69051E+18" }, { number: "5766536881352500017" }, "mia"],
        ]),
      ),
    );
    expect(rows).toEqual([["7.69051E+18", "5.7665368813525E+18", "mia"]]);
  });

  it("keeps whole numbers whole and drops the noise behind the fifteenth digit", async () => {
    const rows = await cellsOf(
      xlsx(
        makeXlsx([
          HEADERS,
          [{ number: "1.5551234567E10" }, { number: "0.30000000000000004" }, { number: "19.989999999999998" }],
        ]),
      ),
    );
    expect(rows).toEqual([["15551234567", "0.3", "19.99"]]);
  });

  it("gives days and times as ISO text", async () => {
    const header = ["Order ID", "SKU ID", "Buyer Username", "Created Time", "Shipped Time"];
    const row = ["1", "1", "mia", { day: "45987" }, { day: "45987.324733796297" }];
    expect((await cellsOf(xlsx(makeXlsx([header, row]))))[0]?.slice(3)).toEqual(["2025-11-26", "2025-11-26T07:47:37"]);
  });

  it("lets notes stand beside the table", async () => {
    expect(
      await cellsOf(
        xlsx(
          makeXlsx([
            ["handle", "email"],
            ["mia", "m@example.com", "call back"],
          ]),
        ),
      ),
    ).toEqual([["mia", "m@example.com"]]);
  });

  it("is refused when it is another ZIP", async () => {
    expect(await complaintAbout(xlsx(makeZip({ "a.csv": "handle,email\n" })))).toBe(
      "book.xlsx: This is a ZIP archive, not an XLSX workbook. Unpack it and drop the CSV or XLSX files inside.",
    );
  });

  it("is refused when it is cut off", async () => {
    const whole = makeXlsx([HEADERS]);
    expect(await complaintAbout(xlsx(whole.subarray(0, -30)))).toContain("damaged or cut off");
  });

  it("is refused when it unzips to more than it says and than the memory holds", async () => {
    const bomb = makeZip(
      { "xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": Buffer.alloc(210 * 1024 * 1024) },
      10,
    );
    expect(bomb.length).toBeLessThan(300_000);
    expect(await complaintAbout(xlsx(bomb))).toContain("too large to read");
  });

  it("is refused when one far cell makes a billion blank ones", async () => {
    const far = makeWorkbook(['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>']);
    expect(await complaintAbout(xlsx(far))).toContain("too large to read");
  });

  it("is not refused for empty formatted cells far to the right", async () => {
    const row = (at: number, handle: string, email: string) =>
      `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${handle}</t></is></c><c r="B${at}" t="inlineStr"><is><t>${email}</t></is></c><c r="XFD${at}" s="1"/></row>`;
    const book = makeWorkbook([row(1, "handle", "email") + row(2, "mia", "m@example.com")]);
    expect(await cellsOf(xlsx(book))).toEqual([["mia", "m@example.com"]]);
  });

  it("is refused when a ZIP hides entries from its directory", async () => {
    const hidden = makeZip({ "xl/worksheets/sheet9.xml": "x".repeat(10_000) });
    const bytes = Buffer.concat([hidden.subarray(0, hidden.length - 100), makeXlsx([HEADERS])]);
    expect(await complaintAbout(xlsx(bytes))).toContain("damaged or cut off");
  });

  it("is told by its bytes, not by its name", async () => {
    expect(await cellsOf(fileOf(makeXlsx([HEADERS, ["mia", "m@example.com"]]), { name: "contacts.csv" }))).toHaveLength(
      1,
    );
    expect(await complaintAbout(fixture("old-excel.xls"))).toContain("old kind");
  });
});
