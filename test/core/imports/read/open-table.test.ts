import { describe, expect, it } from "vitest";
import { openTable } from "../../../../core/imports/read/index.js";
import { cellsOf, complaintAbout, fileOf, fixture, rowsOf } from "./table-of.js";

describe("openTable: which table it is", () => {
  const known = {
    "euka-plain.csv": "euka",
    "euka-brand-columns.csv": "euka",
    "phones.csv": "phones",
    "refunnel.csv": "refunnel",
    "creators-before-2026.csv": "creators",
    "creators-2026.csv": "creators",
    "samples-description-row.csv": "samples",
    "videos-list.csv": "videos",
    "videos-data.csv": "videos",
    "products.csv": "products",
  };
  for (const [name, source] of Object.entries(known)) {
    it(`takes ${name} for ${source}`, async () => {
      expect((await openTable(fixture(name))).source).toBe(source);
    });
  }

  it("finds a header below a date range and a blank line, and keeps the range", async () => {
    const table = await openTable(fixture("creators-before-2026.csv"));
    expect(table).toMatchObject({ headerLine: 3, dateRange: { first: "2025-11-01", last: "2025-11-30" } });
    expect(await rowsOf(table)).toEqual([expect.objectContaining({ line: 5 })]);
  });

  it("reads a date range in words", async () => {
    const { dateRange } = await openTable(fixture("videos-list.csv"));
    expect(dateRange).toEqual({ first: "2025-11-01", last: "2025-11-30" });
  });

  it("finds no header below the tenth line", async () => {
    const notes = (count: number) => `${"a note\n".repeat(count)}handle,email\nmia,m@example.com\n`;
    expect((await openTable(fileOf(notes(9)))).headerLine).toBe(10);
    expect(await complaintAbout(fileOf(notes(10)))).toContain("No column of a known table");
  });

  it("tells the figures whose headers carry a brand's name", async () => {
    const { brandColumns } = await openTable(fixture("euka-brand-columns.csv"));
    expect(brandColumns).toEqual([
      { field: "gmv", brand: "GLOW", index: 3 },
      { field: "videoCount", brand: "GLOW", index: 4 },
      { field: "liveCount", brand: "GLOW", index: 5 },
      { field: "gmv", brand: "Lush Lane", index: 6 },
    ]);
  });

  it("reads the first of two columns with one header, and says that there are two", async () => {
    const table = await openTable(fixture("euka-repeated-header.csv"));
    expect(table).toMatchObject({ columns: { email: 1 }, repeatedHeaders: ["Email"] });
  });

  it("opens a table of a header alone, with no rows", async () => {
    expect(await cellsOf(fixture("euka-header-only.csv"))).toEqual([]);
  });

  it("takes a table by a saved mapping, before any source", async () => {
    const mapping = {
      name: "agency list",
      headers: ["Creator", "Contact"],
      columns: { Creator: "handle", Contact: "email" },
    } as const;
    const table = await openTable(fixture("unknown-table.csv"), { saved: [mapping] });
    expect(table).toMatchObject({ source: "mapped", mapping: "agency list", columns: { handle: 0, email: 1 } });
  });
});

describe("openTable: what it refuses", () => {
  const complaints = {
    "empty.csv": "empty.csv: The file is empty. Export it again.",
    "blank-lines-only.csv": "blank-lines-only.csv: The file is empty. Export it again.",
    "euka-misspelt-handle.csv":
      'euka-misspelt-handle.csv, line 1: The nearest is euka, but `handle` is missing. Did you mean column "Handel"?',
    "unknown-table.csv":
      "unknown-table.csv, line 1: The nearest is videos, but `video link` or `video id` is missing. If it is another table, map its columns once.",
    "affiliate-orders.csv":
      "affiliate-orders.csv: These are affiliate orders of TikTok Shop. Commissions come by the TikTok API. For samples drop Seller Center's order export, with Buyer Username.",
    "fits-two-sources.csv":
      "fits-two-sources.csv: It fits phones and refunnel equally: say which by --as phones or --as refunnel.",
    "picture.csv": "picture.csv: This is a PNG picture. Drop the table itself, as CSV or XLSX.",
    "report.pdf": "report.pdf: This is a PDF. Drop the table itself, as CSV or XLSX.",
    "old-excel.xls":
      "old-excel.xls: This is an Excel workbook of the old kind (.xls), or one with a password. Save it as XLSX or CSV, without a password.",
    "web-page.xls":
      "web-page.xls: This is a web page or XML, whatever its name ends in. Open it and save it as CSV or XLSX.",
    "bytes-without-sense.csv":
      "bytes-without-sense.csv: This is not a text file. Drop the table itself, as CSV or XLSX.",
    "euka-quote-never-closed.csv":
      "euka-quote-never-closed.csv, line 3: a quote opens here and is never closed, so the file is damaged or cut off. Export it again.",
    "euka-quote-not-doubled.csv":
      "euka-quote-not-doubled.csv, line 2: a quote opens here and closes before the end of its cell: double the quotes inside it.",
    "euka-row-too-long.csv":
      "euka-row-too-long.csv, line 2: more cells than the 3 columns. A cell with the delimiter in it needs quotes around it.",
    "euka-two-encodings.csv":
      "euka-two-encodings.csv, line 3: a byte here is not UTF-8, while line 2 can only be UTF-8. Save the whole file as UTF-8 and drop it again.",
    "samples-both-day-orders.csv":
      'samples-both-day-orders.csv, line 4: column "Created Time": "11/26/2025" in line 3 has the month first, "26/11/2025" in line 4 the day. Write the whole column one way.',
  };
  for (const [name, complaint] of Object.entries(complaints)) {
    it(complaint, async () => expect(await complaintAbout(fixture(name))).toBe(complaint));
  }

  it("refuses the files of other platforms by name", async () => {
    expect(await complaintAbout(fixture("shopify-orders.csv"))).toContain("These are orders of Shopify.");
  });

  it("reads a table that fits two sources as the one that is said", async () => {
    expect((await openTable(fixture("fits-two-sources.csv"), { as: "refunnel" })).source).toBe("refunnel");
  });

  it("lists the names when `as` is none of them", async () => {
    const complaint = await complaintAbout(fixture("phones.csv"), { as: "phone" });
    expect(complaint).toBe(
      'There is no source "phone". Say one of: products, euka, phones, refunnel, creators, samples, videos.',
    );
  });

  it("names a quote that opens in the header, where no header comes out", async () => {
    expect(await complaintAbout(fileOf('handle,"email\nmia,m@example.com\n'))).toContain("file.csv, line 1: a quote");
  });

  it("gives up on a quote that swallows a megabyte, instead of the memory", async () => {
    const file = fileOf(`handle,email\nmia,"m@example.com\n${"sam,s@example.com\n".repeat(100_000)}`);
    expect(await complaintAbout(file)).toContain("file.csv, line 2: a quote opens here and is never closed");
  });

  it("refuses a file cut off in the middle of a UTF-16 character", async () => {
    const bytes = Buffer.from("\uFEFFhandle,email\nmia,m@example.com\n", "utf16le");
    expect(await complaintAbout(fileOf(bytes.subarray(0, -1)))).toContain("not right UTF-16");
  });
});
