import { describe, expect, it } from "vitest";
import type { SheetColumn } from "../../../core/contract/index.js";
import type { CellChange, Opening } from "../../../sheets-addon/addon/calls.js";
import { columnsOf } from "../../../sheets-addon/server/columns.js";
import { defaultColumns } from "../../../sheets-addon/sidebar/binding/default-columns.js";
import { freeTitle, startDraft } from "../../../sheets-addon/sidebar/binding/draft.js";
import { moveColumn } from "../../../sheets-addon/sidebar/binding/move-column.js";
import { picksOf, sortChanges } from "../../../sheets-addon/sidebar/edits/sort-changes.js";
import { mistakeExcerpt } from "../../../sheets-addon/sidebar/query/mistake-excerpt.js";

describe("defaultColumns", () => {
  it.each(["creators", "samples", "videos"] as const)("of %s are all columns that the list has", (list) => {
    const columns = columnsOf(list);
    const names = columns.map(({ column }) => column);
    const chosen = defaultColumns(list, { columns, seesContacts: true, isAllBrands: true });
    expect(chosen.length).toBeGreaterThan(7);
    expect(chosen.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("hold contacts only for who sees them, and a list that is not known shows what it has", () => {
    const columns = columnsOf("creators");
    const masked = defaultColumns("creators", { columns, seesContacts: false, isAllBrands: false });
    expect(masked).not.toContain("email");
    const other: SheetColumn[] = [{ column: "new", header: "New", format: "text", editable: false }];
    expect(defaultColumns("videos", { columns: other, seesContacts: true, isAllBrands: false })).toEqual(["new"]);
  });
});

describe("moveColumn", () => {
  it.each([
    ["b", "up", ["b", "a", "c"]],
    ["b", "down", ["a", "c", "b"]],
    ["a", "up", ["a", "b", "c"]],
    ["c", "down", ["a", "b", "c"]],
    ["x", "up", ["a", "b", "c"]],
  ] as const)("%s %s", (column, way, order) => {
    expect(moveColumn(["a", "b", "c"], column, way)).toEqual(order);
  });
});

describe("a draft", () => {
  const opening: Opening = {
    spreadsheet: "S",
    active: { sheetId: 1, title: "Sheet1" },
    tabs: [],
    free: [
      { sheetId: 1, title: "Sheet1", empty: false },
      { sheetId: 2, title: "creators", empty: true },
    ],
  };

  it("goes into a new tab when the one in front holds something", () => {
    expect(startDraft(opening).sheetId).toBeUndefined();
    expect(startDraft({ ...opening, active: { sheetId: 2, title: "creators" } }).sheetId).toBe(2);
  });

  it("names a new tab as no other is", () => {
    expect(freeTitle("Creators", opening)).toBe("Creators 2");
    expect(freeTitle("Videos", opening)).toBe("Videos");
  });
});

describe("picksOf", () => {
  it("sends what was picked of conflicts, with the value that was seen", () => {
    const change: CellChange = {
      id: "c1",
      column: "email",
      header: "E-mail",
      who: "mia",
      cell: "B2",
      sheet: "a",
      roster: null,
      outcome: "conflict",
    };
    const { conflicts } = sortChanges([change, { ...change, id: "c2" }, { ...change, id: "c3", outcome: "send" }]);
    const picks = picksOf(conflicts, { "c1 email": "sheet", "c3 email": "roster" });
    expect(picks).toEqual([{ id: "c1", column: "email", keep: "sheet", saw: null }]);
  });
});

describe("mistakeExcerpt", () => {
  it("shows what stands around a mistake, and the place after the end", () => {
    const query = `${"a".repeat(40)} bagde:gold ${"b".repeat(40)}`;
    expect(mistakeExcerpt(query, 41, 6)).toEqual({
      before: `…${"a".repeat(23)} `,
      wrong: "bagde:",
      after: `gold ${"b".repeat(19)}…`,
    });
    expect(mistakeExcerpt("gmv:", 4, 0)).toEqual({ before: "gmv:", wrong: " ", after: "" });
  });
});
