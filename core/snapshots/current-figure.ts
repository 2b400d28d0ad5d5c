import type { FigureSeen, Window } from "./snapshot.js";

/** Which source is believed when two speak of the same day: TikTok itself first. */
const SOURCE_RANK: Record<string, number> = { tiktok_api: 5, creators: 4, refunnel: 3, euka: 2, mapped: 1 };

/** Positive when `a` is more current than `b`: the newer day, then the better source, then the later row. */
export function compareFigures<T>(a: FigureSeen<T>, b: FigureSeen<T>): number {
  if (a.asOf !== b.asOf) return a.asOf > b.asOf ? 1 : -1;
  return (SOURCE_RANK[a.source] ?? 0) - (SOURCE_RANK[b.source] ?? 0) || a.seq - b.seq || a.line - b.line;
}

/** Positive when `a` sums over more: lifetime, then days, then unknown; among equals the more current one. */
export function compareByWindow<T>(a: FigureSeen<T>, b: FigureSeen<T>): number {
  return windowLength(a.window) - windowLength(b.window) || compareFigures(a, b);
}

/** The better of a stored figure and an offered one. */
export function betterFigure<T>(
  stored: FigureSeen<T> | undefined,
  offered: FigureSeen<T>,
  compare: (a: FigureSeen<T>, b: FigureSeen<T>) => number = compareFigures,
): FigureSeen<T> {
  return stored !== undefined && compare(stored, offered) >= 0 ? stored : offered;
}

function windowLength(window: Window): number {
  if (window === "lifetime") return Number.POSITIVE_INFINITY;
  return window === "unknown" ? 0 : window;
}
