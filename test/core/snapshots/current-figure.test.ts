import { describe, expect, it } from "vitest";
import { betterFigure, compareByWindow, compareFigures } from "../../../core/snapshots/current-figure.js";
import type { FigureSeen, Window } from "../../../core/snapshots/snapshot.js";

const figure = (source: string, asOf: string, window: Window = "unknown", seq = 1, line = 2): FigureSeen => ({
  value: 1,
  source,
  window,
  asOf,
  seq,
  line,
});

describe("compareFigures", () => {
  it("prefers the newer day, whatever the source", () => {
    expect(compareFigures(figure("mapped", "2026-01-02"), figure("tiktok_api", "2026-01-01"))).toBeGreaterThan(0);
  });

  it("prefers tiktok_api, creators, refunnel, euka, mapped in this order on one day", () => {
    const ranked = ["mapped", "euka", "refunnel", "creators", "tiktok_api"];
    const sorted = [...ranked]
      .reverse()
      .sort((a, b) => compareFigures(figure(a, "2026-01-01"), figure(b, "2026-01-01")));
    expect(sorted).toEqual(ranked);
  });

  it("prefers the higher import and line where day and source are equal", () => {
    const [low, high] = [figure("euka", "2026-01-01", 7, 1, 9), figure("euka", "2026-01-01", 7, 2, 3)];
    expect(compareFigures(high, low)).toBeGreaterThan(0);
    expect(compareFigures({ ...low, line: 10 }, low)).toBeGreaterThan(0);
  });
});

describe("compareByWindow", () => {
  it("prefers lifetime, then more days, then unknown, whatever the day", () => {
    const ranked: Window[] = ["unknown", 7, 30, 365, "lifetime"];
    const figures = ranked.map((window, place) => figure("euka", `2026-01-0${9 - place}`, window));
    expect([...figures].reverse().sort(compareByWindow)).toEqual(figures);
  });

  it("prefers the more current of one window", () => {
    expect(compareByWindow(figure("euka", "2026-01-02", 30), figure("creators", "2026-01-01", 30))).toBeGreaterThan(0);
  });
});

describe("betterFigure", () => {
  it("keeps the stored figure when the offered one is the same", () => {
    const stored = figure("euka", "2026-01-01");
    expect(betterFigure(stored, { ...stored })).toBe(stored);
    expect(betterFigure(undefined, stored)).toBe(stored);
  });
});
