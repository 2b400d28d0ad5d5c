import type { RefreshStep } from "../../addon/calls.js";
import { counted } from "./count-in-words.js";
import { listInWords } from "./list-in-words.js";

/** What a refresh that is over did. */
export function refreshInWords({ so, total }: RefreshStep): string {
  const { added, changed, removed } = so.rows;
  const parts = [
    added > 0 ? `${added.toLocaleString("en-US")} added` : "",
    changed > 0 ? `${changed.toLocaleString("en-US")} changed` : "",
    removed > 0 ? `${removed.toLocaleString("en-US")} gone` : "",
  ].filter((part) => part !== "");
  const rows = counted(total, "row");
  return parts.length === 0 ? `${rows}, up to date.` : `${rows}: ${listInWords(parts)}.`;
}

/** How far one that goes on is; between 0 and 1. */
export const shareDone = ({ total, left }: RefreshStep): number =>
  total <= 0 ? 0 : Math.min(1, Math.max(0, (total - left) / total));
