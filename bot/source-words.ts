import type { SourceOfValue } from "../core/lookup/index.js";
import { counted } from "./in-words.js";

/**
 * `lifetime, euka, 2026-01-05`. Figures of several brands are of several sources.
 *
 * @param window false for a figure that sums nothing up, such as followers
 */
export function figureFrom(
  sources: readonly SourceOfValue[] = [],
  { window = true }: { window?: boolean } = {},
): string | undefined {
  const [source, ...others] = sources.filter(({ current }) => current);
  if (source === undefined) return undefined;
  if (others.length > 0) return `of ${counted(sources.length, "brand")}`;
  return [window ? windowOf(source) : undefined, nameOfSource(source.source), source.asOf].filter(Boolean).join(", ");
}

export function windowOf({ window }: SourceOfValue): string | undefined {
  if (window === undefined) return undefined;
  if (window === "unknown") return "time unknown";
  return window === "lifetime" ? window : counted(window, "day");
}

export const nameOfSource = (source: string): string =>
  source === "person" ? "a person" : source === "tiktok_api" ? "TikTok" : source;

/** `euka, 2 imports agree, 1 other value`. */
export function valueFrom(sources: readonly SourceOfValue[] = []): string | undefined {
  const current = sources.find((source) => source.current);
  const others = sources.filter((source) => source.alternative).length;
  const from = current && (current.by === undefined ? current.source : "set by a person");
  const agree = current && current.support > 1 ? `${current.support} imports agree` : undefined;
  return [from, agree, others > 0 ? counted(others, "other value") : undefined].filter(Boolean).join(", ") || undefined;
}
