import type { ImportDone, ImportPreview } from "../../addon/calls.js";
import { counted } from "./count-in-words.js";

/** Where an import stands, in one sentence. */
export function importInWords(preview: ImportPreview | undefined, done: ImportDone | undefined): string {
  if (done) return `${counted(done.rows, "row")} imported, ${done.rejected.toLocaleString("en-US")} rejected.`;
  if (!preview) return "";
  const { source, title, rows } = preview;
  return source ? `${title}: ${counted(rows, "row")} of ${source}.` : `Roster does not know the columns of ${title}.`;
}
