import type { Query } from "../../../core/query/index.js";

/** A query without its text and offsets: two that mean the same are equal. */
export function meaningOf({ list, where, sort }: Query): unknown {
  return withoutSpans({ list, where, sort });
}

function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "start" && key !== "end");
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutSpans(inner)]));
}
