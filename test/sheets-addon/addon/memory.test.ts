import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../../core/contract/index.js";
import { memoryName, planMemory, readMemory } from "../../../sheets-addon/addon/memory.js";
import type { SyncedRow } from "../../../sheets-addon/addon/tab.js";

const CELL = fc.oneof(fc.string({ unit: "grapheme", maxLength: 6 }), fc.integer(), fc.boolean(), fc.constant(null));
const ROW: fc.Arbitrary<SyncedRow> = fc
  .record({
    hash: fc.string({ maxLength: 10 }),
    cells: fc.dictionary(fc.string({ maxLength: 8 }), CELL),
    grey: fc.boolean(),
  })
  .map(({ grey, ...row }) => ({ ...row, ...(grey ? { grey: true as const } : {}) }));
const REMEMBER = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.option(ROW)), { selector: ([id]) => id })
  .map((all) => new Map(all.map(([id, row]) => [`c${id}`, row])));

/** Writes what is planned into the rows, and says which rows those were. */
function write(rows: Cell[][], remember: ReadonlyMap<string, SyncedRow | null>): number[] {
  const { before, after, last } = planMemory(readMemory(rows), new Map(remember));
  for (const { row, cells } of [...before, ...after, ...last])
    rows[row] = [...cells, ...(rows[row] ?? []).slice(cells.length)];
  return [...before, ...after, ...last].map(({ row }) => row);
}

const plain = (row: SyncedRow | undefined) => row && JSON.parse(JSON.stringify(row));

describe("the memory of a tab", () => {
  it("is read as it was written, whatever was remembered and forgotten before", () => {
    const holds = fc.property(fc.array(REMEMBER, { maxLength: 6 }), (rounds) => {
      const rows: Cell[][] = [];
      const wanted = new Map<string, SyncedRow>();
      for (const remember of rounds) {
        write(rows, remember);
        for (const [id, row] of remember) row ? wanted.set(id, row) : wanted.delete(id);
        const { synced } = readMemory(rows);
        expect(new Map([...synced].map(([id, row]) => [id, plain(row)]))).toEqual(
          new Map([...wanted].map(([id, row]) => [id, plain(row)])),
        );
      }
    });
    fc.assert(holds);
  });

  it("writes rows of what changed and no other, and uses cleared ones again", () => {
    const rows: Cell[][] = [];
    const row = (value: Cell): SyncedRow => ({ hash: "h", cells: { handle: value } });
    expect(
      write(
        rows,
        new Map([
          ["a", row("mia")],
          ["b", row("leo")],
          ["c", row("kai")],
        ]),
      ),
    ).toEqual([0, 1, 2]);
    expect(write(rows, new Map([["b", null]]))).toEqual([1]);
    expect(
      write(
        rows,
        new Map([
          ["c", row("zoe")],
          ["d", row("ava")],
        ]),
      ),
    ).toEqual([1, 2]);
    expect([...readMemory(rows).synced.keys()]).toEqual(["a", "d", "c"]);
  });

  it("cuts long cells over several, none beyond what a cell takes, and forgets the rest of what was longer", () => {
    const rows: Cell[][] = [];
    const long = "😀=".repeat(60_000);
    write(rows, new Map([["a", { hash: "h", cells: { notes: long } }]]));
    expect(Math.max(...(rows[0] ?? []).map((cell) => String(cell).length))).toBeLessThan(50_000);
    expect(rows[0]?.every((cell) => !/\p{Surrogate}/u.test(String(cell)))).toBe(true);
    expect(readMemory(rows).synced.get("a")?.cells.notes).toBe(long);
    write(rows, new Map([["a", { hash: "h", cells: { notes: "short" } }]]));
    expect(readMemory(rows).synced.get("a")?.cells).toEqual({ notes: "short" });
  });

  it("passes over whatever is damaged, and keeps the first of copies", () => {
    const anything = fc.array(
      fc.array(fc.oneof(CELL, fc.constantFrom("c1", "|{}", "|[1]", '|{"a":{}}')), { maxLength: 5 }),
    );
    fc.assert(fc.property(anything, (rows) => void readMemory(rows)));
    const rows = [
      ["a", "h", "", '|{"x":1}'],
      ["b", "h", "", '|{"x":{}}'],
      ["a", "h", "", '|{"x":2}'],
      ["c", "h"],
    ];
    const memory = readMemory(rows);
    expect([...memory.synced]).toEqual([["a", { hash: "h", cells: { x: 1 } }]]);
    expect(memory.free).toEqual([1, 2, 3]);
  });

  it("has a sheet of its own for each tab", () => {
    expect(memoryName(12)).toBe("Roster memory 12");
  });
});
