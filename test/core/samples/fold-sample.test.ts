import { describe, expect, it } from "vitest";
import { joinClaims } from "../../../core/claims/join-claims.js";
import { foldSample } from "../../../core/samples/fold-sample.js";
import type { SampleRow } from "../../../core/samples/sample.js";

type Said = Partial<SampleRow> & { seq?: number; line?: number; brandId?: string; asOf?: string };

const fold = (...rows: Said[]) =>
  foldSample("5001:801", claimsOf(...rows)) ?? expect.fail("a sample that rows claim is there");
const claimsOf = (...rows: Said[]) =>
  rows
    .map(({ seq = 1, line = 2, brandId = "glow", asOf = "2026-01-01", ...content }) => ({
      brandId,
      content: { handle: "mia", ...content },
      seen: [{ seq, line, asOf }],
    }))
    .reduce((all, claim) => joinClaims(all, [claim]), [] as Parameters<typeof foldSample>[1]);

describe("foldSample", () => {
  it("is nothing without a claim", () => {
    expect(foldSample("5001:801", [])).toBeUndefined();
  });

  it("has the furthest status seen, in whatever order", () => {
    expect(fold({ status: "delivered", seq: 1 }, { status: "shipped", seq: 2 }).status).toBe("delivered");
    expect(fold({ status: "pending", seq: 1 }, { status: "shipped", seq: 2 }).status).toBe("shipped");
    expect(fold({ status: "delivered", seq: 1 }, { status: "cancelled", seq: 2 }).status).toBe("cancelled");
    expect(fold({ seq: 1 }).status).toBeUndefined();
  });

  it("has the largest quantity seen", () => {
    expect(fold({ quantity: 1, seq: 1 }, { quantity: 3, seq: 2 }, { quantity: 2, seq: 3 }).quantity).toBe(3);
  });

  it("has each other field from the first row that has it", () => {
    const sample = fold(
      { seq: 1, line: 9, productName: "Rose Oil" },
      { seq: 1, line: 3, variation: "30 ml" },
      { seq: 2, productName: "Glow Serum", variation: "50 ml", state: "TX" },
    );
    expect(sample).toMatchObject({ productName: "Rose Oil", variation: "30 ml", state: "TX" });
    expect(sample.search).toEqual({ product: "rose oil" });
  });

  it("belongs to the creator that its first row names, on the day of that import", () => {
    const sample = fold({ seq: 2, handle: "leo", asOf: "2026-01-01" }, { seq: 1, handle: "mia", asOf: "2026-01-05" });
    expect(sample).toMatchObject({ handle: "mia", asOf: "2026-01-05" });
  });

  it("belongs to the brand of its first row; rows of other brands count nowhere", () => {
    const sample = fold(
      { seq: 1, brandId: "glow", quantity: 1 },
      { seq: 2, brandId: "rosy", quantity: 5, status: "delivered", productName: "Oil" },
    );
    expect(sample).toMatchObject({ brandId: "glow", quantity: 1, seqs: [1, 2] });
    expect(sample.status).toBeUndefined();
    expect(sample.productName).toBeUndefined();
  });
});
