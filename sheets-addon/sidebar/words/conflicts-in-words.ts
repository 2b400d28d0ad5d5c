import { counted } from "./count-in-words.js";

/** Cells that changed on both sides, as a refresh leaves them. */
export const conflictsInWords = (conflicts: number): string =>
  `${counted(conflicts, "cell")} changed both here and in Roster, and ${conflicts === 1 ? "keeps" : "keep"} the value that stands here. “Send my edits” shows both values.`;
