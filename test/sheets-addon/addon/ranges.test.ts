import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHUNK_ROWS, chunksOf, rectanglesOf } from "../../../sheets-addon/addon/ranges.js";

const WRITES = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 5 })), {
    selector: ([row, at]) => `${row}:${at}`,
  })
  .map((all) => all.map(([row, at], value) => ({ row, at, value })));

describe("rectanglesOf", () => {
  it("holds each cell once, and no other", () => {
    const holds = fc.property(WRITES, (writes) => {
      const cells = rectanglesOf(writes).flatMap(({ row, at, values }) =>
        values.flatMap((line, down) => line.map((value, right) => ({ row: row + down, at: at + right, value }))),
      );
      const inOrder = (all: typeof writes) => [...all].sort((one, other) => Number(one.value) - Number(other.value));
      expect(inOrder(cells as typeof writes)).toEqual(writes);
    });
    fc.assert(holds);
  });

  it("is one rectangle for a block, and one a row for scattered rows", () => {
    const block = [0, 1, 2].flatMap((row) => [3, 4].map((at) => ({ row, at, value: "x" })));
    expect(rectanglesOf(block)).toEqual([
      {
        row: 0,
        at: 3,
        values: [
          ["x", "x"],
          ["x", "x"],
          ["x", "x"],
        ],
      },
    ]);
    const scattered = [1, 5, 9].flatMap((row) => [0, 1, 2].map((at) => ({ row, at, value: 1 })));
    expect(rectanglesOf(scattered)).toHaveLength(3);
  });

  it("is no longer than a chunk", () => {
    const column = Array.from({ length: CHUNK_ROWS + 1 }, (_, row) => ({ row, at: 0, value: row }));
    expect(rectanglesOf(column).map(({ values }) => values.length)).toEqual([CHUNK_ROWS, 1]);
  });
});

describe("chunksOf", () => {
  it("cuts a list into pieces", () => {
    expect(chunksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(chunksOf([], 2)).toEqual([]);
  });
});
