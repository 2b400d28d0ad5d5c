import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openTable } from "../../../../core/imports/read/index.js";
import { cellsOf, fileOf, fixture, rowsOf } from "./table-of.js";

describe("rows", () => {
  it("reads UTF-8 with a byte-order mark", async () => {
    expect(await cellsOf(fixture("euka-utf8-bom.csv"))).toEqual([["glowbymia", "mía@example.com"]]);
  });

  it("reads UTF-16 with a byte-order mark and tabs", async () => {
    expect(await cellsOf(fixture("euka-utf16le-bom.csv"))).toEqual([["glowbymia", "mía@example.com"]]);
  });

  it("reads UTF-16 without one, by where its NULs stand", async () => {
    const rows = await cellsOf(fixture("euka-utf16be-without-bom.csv"));
    expect(rows.at(-1)).toEqual(["zoë", "zoe@example.com"]);
  });

  it("reads Windows-1252 that shows only in the last line", async () => {
    const rows = await cellsOf(fixture("euka-windows-1252-late.csv"));
    expect(rows.at(-1)).toEqual(["peña.sells", "p@example.com", "5 Calle Peña, San José"]);
  });

  it("reads Shift_JIS where its letters leave no doubt", async () => {
    const line = Buffer.from("83718389834b83692c82a082a882cd82e682a4", "hex");
    const body = Array.from({ length: 40 }, () => Buffer.concat([line, Buffer.from("\n")]));
    const rows = await cellsOf(fileOf(Buffer.concat([Buffer.from("handle,address\n"), ...body])));
    expect(rows[0]).toEqual(["ヒラガナ", "あおはよう"]);
  });

  it("reads Windows-1251 where whole words are Cyrillic", async () => {
    const text = `handle,address\n${"анна,улица Пушкина дом двенадцать\n".repeat(10)}`;
    const rows = await cellsOf(fileOf(iconv.encode(text, "windows-1251")));
    expect(rows[0]).toEqual(["анна", "улица Пушкина дом двенадцать"]);
  });

  it.each(["José", "Peña Núñez", "Åse Bjørnø", "Çiğdem", "naïve café"])(
    "reads a lone Western name, %s, as Windows-1252",
    async (name) => {
      const bytes = iconv.encode(name, "windows-1252");
      const rows = await cellsOf(fileOf(Buffer.concat([Buffer.from("handle,address\nmia,"), bytes])));
      expect(rows).toEqual([["mia", iconv.decode(bytes, "windows-1252")]]);
    },
  );

  it("reads semicolons, below a line that names them", async () => {
    expect(await cellsOf(fixture("euka-semicolons.csv"))).toEqual([
      ["glowbymia", "mia@example.com;second@example.com"],
    ]);
  });

  it("reads tabs", async () => {
    expect(await cellsOf(fixture("euka-tabs.tsv"))).toEqual([["glowbymia", "mia@example.com"]]);
  });

  it("reads the line ends of old Macs", async () => {
    expect(await cellsOf(fixture("euka-mac-line-ends.csv"))).toHaveLength(2);
  });

  it("reads line ends of two kinds in one file", async () => {
    expect(await cellsOf(fixture("euka-mixed-line-ends.csv"))).toEqual([
      ["glowbymia", "mia@example.com"],
      ["sam", "s@example.com"],
    ]);
  });

  it("counts the lines inside of quotes", async () => {
    const rows = await rowsOf(await openTable(fixture("euka-line-breaks-in-quotes.csv")));
    expect(rows).toEqual([
      { line: 2, cells: ["glowbymia", "", "123 Main St\nApt 4\nAustin, TX 78701"] },
      { line: 5, cells: ["sam", "s@example.com", ""] },
    ]);
  });

  it("keeps quotes inside of a cell that does not begin with one", async () => {
    expect(await cellsOf(fixture("euka-quotes-inside-cells.csv"))).toEqual([["glowbymia", "", '5" heel St "rear"']]);
  });

  it("fills up short rows and cuts blank cells beyond the last header", async () => {
    expect(await cellsOf(fixture("euka-rows-short-and-padded.csv"))).toEqual([
      ["glowbymia", "", ""],
      ["sam", "s@example.com", ""],
    ]);
  });

  it("leaves out the row of column descriptions below the header of an order export", async () => {
    const rows = await rowsOf(await openTable(fixture("samples-description-row.csv")));
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([[3, "576653688135250001\t"]]);
  });

  it("keeps the first row of an order export when it is an order", async () => {
    expect(await cellsOf(fixture("samples-unknown-day-order.csv"))).toHaveLength(2);
  });

  it("leaves out blank rows and rows of sums, and keeps a creator called @total", async () => {
    const rows = await cellsOf(fileOf("handle,email\n,\n--,N/A\n@total,t@example.com\nGrand Total,9\n,Total\n"));
    expect(rows).toEqual([["@total", "t@example.com"]]);
    expect(await cellsOf(fixture("products.csv"))).toHaveLength(1);
  });

  it("reads the file from its start each time", async () => {
    const table = await openTable(fixture("euka-plain.csv"));
    expect(await rowsOf(table)).toEqual(await rowsOf(table));
  });

  it("closes the file when nobody wants more rows", async () => {
    let open = 0;
    const file = fileOf(`handle,email\n${"mia,m@example.com\n".repeat(20_000)}`);
    const table = await openTable({
      ...file,
      open: () => {
        open++;
        return file.open().on("close", () => open--);
      },
    });
    for await (const _ of table.rows()) break;
    await new Promise(setImmediate);
    expect(open).toBe(0);
  });
});
