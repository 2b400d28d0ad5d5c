import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isTotal,
  normalizeAddress,
  normalizeBadge,
  normalizeCount,
  normalizeDay,
  normalizeEmail,
  normalizeHandle,
  normalizeId,
  normalizeMoney,
  normalizeName,
  normalizePhone,
  normalizeRate,
  normalizeSampleStatus,
  normalizeText,
  normalizeTime,
  type Read,
  Unreadable,
  videoIdOf,
} from "../../../core/normalize/index.js";

const US_WEST = { zone: "America/Los_Angeles", dayOrder: "month-first" } as const;

const NORMALIZERS: Record<string, (cell: string) => Read<unknown>> = {
  normalizeAddress: (cell) => normalizeAddress(cell, "US"),
  normalizeBadge,
  normalizeCount,
  normalizeDay: (cell) => normalizeDay(cell, US_WEST),
  normalizeEmail,
  normalizeHandle,
  normalizeId,
  normalizeMoney: (cell) => normalizeMoney(cell, "USD"),
  normalizeName,
  normalizePhone: (cell) => normalizePhone(cell, "US"),
  normalizeRate,
  normalizeSampleStatus,
  normalizeText: (cell) => normalizeText(cell, 100),
  normalizeTime: (cell) => normalizeTime(cell, US_WEST),
  videoIdOf,
};

/** Any text, and texts made of the pieces that cells are made of. */
const anyCell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ..."0 1 12 2025 123456789 $ € , . - -- / : @ * ( ) % K e E+18 ' =\" + # ; < > Ã © \u00ad \ufffd AM Z N/A null Jan TX Apt St a@b.co tiktok.com/@a http:// 💕".split(
          " ",
        ),
        " ",
        "\t",
        "\n",
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join("")),
);

describe.each(Object.entries(NORMALIZERS))("%s", (_name, normalize) => {
  it("takes blank cells for no value", () => {
    for (const cell of ["", " \t ", "-", "--", "N/A", "null", "None"]) expect(normalize(cell)).toBeUndefined();
  });

  it("gives a value, a reason or nothing for any text, and never throws", () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const read = normalize(cell);
        if (read === undefined) return;
        if (read instanceof Unreadable) expect(read.reason.length).toBeGreaterThan(10);
        else if (read instanceof Date) expect(read.getTime()).not.toBeNaN();
        else if (typeof read === "number") expect(Number.isFinite(read)).toBe(true);
        else expect(read).not.toBe("");
      }),
      { numRuns: 2000 },
    );
  });

  it("answers a cell of a million characters at once", () => {
    for (const piece of ["a", " ", "1", "*", "@", "<", "Ã", "\n", "1,", "a@"]) {
      const started = performance.now();
      normalize(piece.repeat(1_000_000 / piece.length));
      // A pattern that backtracks takes minutes; the rest is room for a busy machine.
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });

  it("quotes no more of a long cell than a line can show", () => {
    const read = normalize(`!${"x".repeat(5000)}`);
    if (read instanceof Unreadable) expect(read.reason.length).toBeLessThan(250);
  });
});

const texts: Record<string, (cell: string) => Read<string>> = {
  normalizeHandle,
  normalizeId,
  videoIdOf,
  normalizeText: (cell) => normalizeText(cell, 100),
  normalizeDay: (cell) => normalizeDay(cell, US_WEST),
  normalizeEmail: (cell) => valueIn(normalizeEmail(cell)),
  normalizePhone: (cell) => valueIn(normalizePhone(cell, "US")),
};

const valueIn = (read: Read<{ value: string }>): Read<string> => (read instanceof Unreadable ? read : read?.value);

describe.each(Object.entries(texts))("%s, twice", (_name, normalize) => {
  it("leaves its own result as it is", () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const once = normalize(cell);
        if (typeof once === "string") expect(normalize(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("isTotal", () => {
  it.each(["Summary", "TOTAL", " total ", "Grand total"])("knows a row of sums by %j", (cell) => {
    expect(isTotal(cell)).toBe(true);
  });

  it.each(["@total", "totally_glow", "summary.girl", ""])("takes %j for no row of sums", (cell) => {
    expect(isTotal(cell)).toBe(false);
  });
});
