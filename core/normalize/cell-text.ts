import { withoutHidden } from "../text/plain-text.js";

/** `="123"` is how a CSV keeps a spreadsheet from reading 123 as a number. */
const TEXT_FORMULA = /^="([^"]*)"$/;
/** `'@name` is how a CSV, Roster's own too, keeps a spreadsheet from reading @name as a formula. */
const FORMULA_GUARD = /^'+(?=[=+\-@])/;

const EQUALS = 0x3d;
const APOSTROPHE = 0x27;

/** What a cell says: without anything hidden, spaces, tabs and byte order marks around it, a spreadsheet's wrappers. */
export function cellText(cell: string): string {
  const text = withoutHidden(cell).trim();
  const first = text.charCodeAt(0);
  if (first !== APOSTROPHE && first !== EQUALS) return text;
  const bare = first === APOSTROPHE ? text.replace(FORMULA_GUARD, "") : text.replace(TEXT_FORMULA, "$1");
  return bare === text ? text : cellText(bare);
}
