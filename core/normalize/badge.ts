import { BADGES, type Badge } from "../creators/creator.js";
import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { quote } from "./quote.js";
import { type Read, Unreadable } from "./unreadable.js";

const BY_WORD = new Map<string, Badge>(BADGES.map((badge) => [badge, badge]));

/** TikTok's tier of a creator, whatever the case. */
export function normalizeBadge(cell: string): Read<Badge> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;
  return (
    BY_WORD.get(text.toLowerCase()) ??
    new Unreadable(`${quote(text)} is no badge; expected one of ${BADGES.join(", ")}`)
  );
}
