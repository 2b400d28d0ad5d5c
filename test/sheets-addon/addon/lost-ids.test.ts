import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../../core/contract/index.js";
import { idsAreLost } from "../../../sheets-addon/addon/lost-ids.js";
import type { SyncedRow, TabAsRead } from "../../../sheets-addon/addon/tab.js";

const EDITABLE = new Set(["notes"]);
/** Columns: id, handle, notes, gmv. */
const OURS = [
  { column: "handle", at: 1 },
  { column: "notes", at: 2 },
  { column: "gmv", at: 3 },
];
const tabOf = (rows: Cell[][]): TabAsRead => ({ idAt: 0, ours: OURS, rows });
const rowsOf = (count: number): Cell[][] =>
  Array.from({ length: count }, (_, at) => [`c${at}`, `h${at}`, null, at % 3]);
const syncedOf = (rows: Cell[][]): Map<string, SyncedRow> =>
  new Map(
    rows.map(([id, handle, notes, gmv]) => [
      String(id),
      { hash: "h", cells: { handle, notes, gmv } as SyncedRow["cells"] },
    ]),
  );

const lost = (rows: Cell[][], synced: Map<string, SyncedRow>) => idsAreLost(tabOf(rows), synced, EDITABLE);
const PERMUTED = fc.integer({ min: 2, max: 12 }).chain((count) =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, at) => at),
    { minLength: count, maxLength: count },
  ),
);

describe("ids beside other rows' cells", () => {
  it("are found when people sort the other columns, and not when they sort whole rows", () => {
    const holds = fc.property(PERMUTED, (order) => {
      const rows = rowsOf(order.length);
      const synced = syncedOf(rows);
      const whole = order.map((from) => rows[from] ?? []);
      const partly = order.map((from, at) => [rows[at]?.[0] ?? null, ...(rows[from] ?? []).slice(1)]);
      expect(lost(whole, synced)).toBe(false);
      expect(lost(partly, synced)).toBe(order.some((from, at) => from !== at));
    });
    fc.assert(holds);
  });

  it("are no damage where a person copied one row's cells over another's, or typed over some", () => {
    const rows = rowsOf(5);
    const synced = syncedOf(rows);
    const copied = rows.map((cells, at) => (at === 3 ? [cells[0] ?? null, ...(rows[1] ?? []).slice(1)] : cells));
    expect(lost(copied, synced)).toBe(false);
    expect(
      lost(
        rows.map(([id, , ...rest]) => [id ?? null, "x", ...rest]),
        synced,
      ),
    ).toBe(false);
  });
});
