import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { cutText } from "./cut-text.js";
import { repairMojibake } from "./mojibake.js";

const SPACES = /\s+/g;
/** Spares most cells the rewriting: something other than single plain spaces. */
const ODD_SPACES = /\s\s|[^\S ]/;

/**
 * A text on one line: spaces and line breaks collapsed, mojibake repaired, blank is `undefined`.
 *
 * Longer texts are cut at `maxLength` UTF-16 units, never within a character; the file itself keeps the rest.
 */
export function normalizeText(cell: string, maxLength: number): string | undefined {
  // Repaired before it is trimmed: a no-break space at the end may be half of a misread letter.
  const text = collapseSpaces(cellText(repairMojibake(cell).text));
  if (isBlank(text)) return undefined;
  return cutText(text, maxLength).trimEnd();
}

/** One plain space wherever there are spaces, tabs or line breaks; none at the ends. */
export function collapseSpaces(text: string): string {
  return ODD_SPACES.test(text) ? text.replace(SPACES, " ").trim() : text.trim();
}
