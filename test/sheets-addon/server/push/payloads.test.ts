import { describe, expect, it } from "vitest";
import { payloadsOf } from "../../../../sheets-addon/server/push/payloads.js";

const rows = (count: number, letters: number) => Array.from({ length: count }, (_, at) => ["é".repeat(letters), at]);
const bytesOf = (payload: unknown) => Buffer.byteLength(JSON.stringify(payload));

describe("payloadsOf", () => {
  it("cuts between rows, by bytes, and keeps their order and their places", () => {
    const rectangles = [
      { row: 0, at: 1, values: rows(40, 50) },
      { row: 100, at: 0, values: rows(1, 10) },
    ];
    const payloads = payloadsOf(rectangles, 1_000);
    expect(payloads.length).toBeGreaterThan(4);
    for (const payload of payloads) expect(bytesOf(payload)).toBeLessThan(1_000);
    const places = payloads.flat().flatMap(({ row, values }) => values.map((line, down) => [row + down, line[1]]));
    expect(places).toEqual([...rows(40, 0).map((_, at) => [at, at]), [100, 0]]);
  });

  it("sends a row that is larger than that by itself", () => {
    const payloads = payloadsOf([{ row: 0, at: 0, values: rows(3, 2_000) }], 1_000);
    expect(payloads.map((payload) => payload.map(({ row }) => row))).toEqual([[0], [1], [2]]);
  });

  it("makes nothing of nothing", () => {
    expect(payloadsOf([])).toEqual([]);
  });
});
