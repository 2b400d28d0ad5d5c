import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { plainLines } from "../text/plain-text.js";
import { type Acting, type Edited, recordEdits } from "./record-edits.js";

/** Several screens of text; what is longer is a document and belongs elsewhere. */
const LONGEST_NOTE = 4_000;

/** @throws CrmError `wrong-input` for an empty note and for one that is too long */
export function readNote(text: string): string {
  const note = plainLines(text);
  if (note !== "" && note.length <= LONGEST_NOTE) return note;
  const got = note === "" ? "nothing" : `${note.length} characters`;
  throw new CrmError("wrong-input", "a note that cannot be used", {
    say: `Expected a note of 1 to ${LONGEST_NOTE} characters, got ${got}.`,
  });
}

/** Writes a note about a creator, for a brand. */
export async function addNote(db: Connection, who: string, text: string, acting: Acting): Promise<Edited> {
  const note = readNote(text);
  return recordEdits(db, who, acting, () => [{ kind: "note", text: note }]);
}
