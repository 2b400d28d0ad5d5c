import { describe, expect, it } from "vitest";
import { joinClaims } from "../../../core/claims/join-claims.js";
import { foldVideo } from "../../../core/videos/fold-video.js";
import type { VideoRow } from "../../../core/videos/video.js";

type Said = VideoRow & { seq?: number; line?: number; asOf?: string };

const fold = (...rows: Said[]) =>
  foldVideo(
    "glow:7300000000000000001",
    rows
      .map(({ seq = 1, line = 2, asOf = "2026-01-01", ...content }) => ({
        brandId: "glow",
        content,
        seen: [{ seq, line, asOf }],
      }))
      .reduce((all, claim) => joinClaims(all, [claim]), [] as Parameters<typeof foldVideo>[1]),
  ) ?? expect.fail("a video that rows claim is there");

describe("foldVideo", () => {
  it("has each figure from the newest row that has it", () => {
    const video = fold(
      { seq: 2, asOf: "2026-01-01", gmvCents: 900, likes: 5, shares: 1 },
      { seq: 1, asOf: "2026-01-08", gmvCents: 300, likes: 7 },
    );
    expect(video).toMatchObject({ gmvCents: 300, likes: 7, shares: 1 });
  });

  it("has them from the row of the higher GMV on one day: TikTok repeats rows with different figures", () => {
    expect(fold({ line: 2, gmvCents: 900, likes: 5 }, { line: 3, gmvCents: 300, likes: 7 })).toMatchObject({
      gmvCents: 900,
      likes: 5,
    });
  });

  it("has them from the higher import and line where the GMV is equal, or unknown", () => {
    expect(fold({ seq: 1, gmvCents: 900, likes: 5 }, { seq: 2, gmvCents: 900, likes: 7 }).likes).toBe(7);
    expect(fold({ seq: 1, line: 9, likes: 5 }, { seq: 1, line: 3, likes: 7 }).likes).toBe(5);
  });

  it("takes a row that was said again for as new as that", () => {
    const [old, other] = [
      { likes: 5, asOf: "2026-01-01", seq: 1 },
      { likes: 7, asOf: "2026-01-05", seq: 2 },
    ];
    expect(fold(old, other, { ...old, asOf: "2026-01-09", seq: 3 }).likes).toBe(5);
  });

  it("has title, link and creator from the first row that has them", () => {
    const video = fold(
      { seq: 1, title: "haul" },
      { seq: 2, title: "review", handle: "mia", url: "https://a.example", asOf: "2026-01-03" },
      { seq: 3, handle: "leo" },
    );
    expect(video).toMatchObject({ title: "haul", handle: "mia", url: "https://a.example", asOf: "2026-01-03" });
  });

  it("promotes every product that a row names", () => {
    const video = fold(
      { line: 2, productId: "901" },
      { line: 3, productId: "900", productName: "Serum" },
      { line: 4, productId: "901" },
    );
    expect(video).toMatchObject({ productIds: ["900", "901"], productNames: ["Serum"] });
  });
});
