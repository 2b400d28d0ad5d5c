import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bucketDigests,
  bucketOf,
  bucketsFor,
  differingBuckets,
  MOST_BUCKETS,
  rowHash,
} from "../../../core/contract/index.js";
import "../../support/properties.js";

const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const rows = fc.uniqueArray(fc.tuple(fc.uuid(), fc.array(cell, { maxLength: 4 }).map(rowHash)), {
  selector: ([id]) => id,
  maxLength: 30,
});

describe("rowHash", () => {
  it("tells cells apart that read alike", () => {
    const alike = [["1"], [1], [""], [null], [], ["", ""], [true], ["true"], ["a", "b"], ["a,b"]];
    expect(new Set(alike.map(rowHash)).size).toBe(alike.length);
  });

  it("gives 100,000 rows that differ by a letter as many hashes", () => {
    const hashes = Array.from({ length: 100_000 }, (_, at) => rowHash(["mia", at, null]));
    expect(new Set(hashes).size).toBe(100_000);
  });
});

describe("differingBuckets", () => {
  it("finds exactly the buckets of the rows that changed, came or left", () => {
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 1, max: 64 }), (stay, others, count) => {
        const before = [...stay, ...others.filter((_row, at) => at % 2 === 0)];
        const after = [...others.filter((_row, at) => at % 2 === 1), ...stay].reverse();
        const expected = [...new Set(others.map(([id]) => bucketOf(id, count)))].sort((a, b) => a - b);
        expect(differingBuckets(bucketDigests(before, count), bucketDigests(after, count))).toEqual(expected);
      }),
    );
  });

  it("finds the bucket of a row that changed", () => {
    const before = [["a", rowHash(["x"])]] as const;
    const after = [["a", rowHash(["y"])]] as const;
    expect(differingBuckets(bucketDigests(before, 8), bucketDigests(after, 8))).toEqual([bucketOf("a", 8)]);
  });
});

describe("bucketOf", () => {
  it("spreads ids that follow each other", () => {
    const sizes = new Map<number, number>();
    for (let at = 0; at < 9_000; at += 1) {
      const bucket = bucketOf(`65f0c0ffee${at.toString(16).padStart(14, "0")}`, 1_000);
      sizes.set(bucket, (sizes.get(bucket) ?? 0) + 1);
    }
    expect(sizes.size).toBeGreaterThan(990);
    expect(Math.max(...sizes.values())).toBeLessThan(30);
  });
});

describe("bucketsFor", () => {
  it("gives a small tab few buckets and a large one no more than the most", () => {
    expect([bucketsFor(0), bucketsFor(90), bucketsFor(1_000_000)]).toEqual([1, 10, MOST_BUCKETS]);
  });
});
