/** What exports write for "no value". `0` is a value. */
const BLANKS = new Set(["-", "--", "n/a", "null", "none"]);
/** No blank word is longer, so that most cells need no lower-casing. */
const LONGEST = 4;

/** Whether a cell holds no value: empty, `-`, `--`, `N/A`, `null` or `none`, whatever the case and the spaces around. */
export function isBlank(cell: string): boolean {
  const text = cell.trim();
  if (text.length === 0) return true;
  return text.length <= LONGEST && BLANKS.has(text.toLowerCase());
}
