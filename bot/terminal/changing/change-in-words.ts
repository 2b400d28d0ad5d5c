import type { AuditEntry } from "../../../core/audit/index.js";
import type { EditChange } from "../../../core/edits/index.js";
import { inOneLine } from "../paint.js";

/** `textOf` of core/edits, handed in: commands load core when they run. */
export type TextOf = typeof import("../../../core/edits/index.js").textOf;

/** A change in a few words: "email: mia@example.com → new@example.com". */
export function changeInWords(change: EditChange | ManyChange, textOf: TextOf): string {
  return inOneLine(wordsOf(change, textOf));
}

function wordsOf(change: EditChange | ManyChange, textOf: TextOf): string {
  switch (change.kind) {
    case "set": {
      const { field } = change;
      const shown = (value: typeof change.to) => (value === null ? undefined : textOf(field, value));
      return `${field}: ${arrow(shown(change.from), shown(change.to))}`;
    }
    case "badge":
      return `badge: ${arrow(change.from ?? undefined, change.to ?? undefined)}`;
    case "status":
      return `status: ${"from" in change ? arrow(change.from, change.to) : change.to}`;
    case "whitelist":
      return change.to ? "whitelisted" : "not whitelisted any more";
    case "tag":
      return [...change.add.map((tag) => `+${tag}`), ...change.remove.map((tag) => `-${tag}`)].join(" ");
    case "note":
      return `note: ${change.text}`;
    case "communication":
      return `TikTok DM ${change.direction === "out" ? "sent" : "received"}: ${change.text}`;
    case "release":
      return `${change.field} follows the sources again`;
    case "add":
      return "added by hand";
    case "merge":
      return `merged into ${change.into}`;
    case "notDoubles":
      return `no double of ${change.of}`;
    case "forget":
      return "forgotten";
  }
}

type ManyChange = Extract<AuditEntry, { query: string }>["change"];

const arrow = (from: string | undefined, to: string | undefined): string => `${from ?? "none"} → ${to ?? "none"}`;
