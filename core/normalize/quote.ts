import { cutText } from "./cut-text.js";

/** How much of a cell a reason shows: enough to find it in the file, short enough for one line in Slack. */
const SHOWN = 60;

/** The cell as a reason quotes it: trimmed, in double quotes, cut after 60 characters. */
export function quote(cell: string): string {
  const text = cell.trim();
  return text.length <= SHOWN ? `"${text}"` : `"${cutText(text, SHOWN)}…"`;
}
