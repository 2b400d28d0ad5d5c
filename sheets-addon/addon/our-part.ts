/** Begins what the add-on writes into a note, below what people wrote. */
const OURS = "Roster: ";

/** A note with our part changed; an empty text takes it away. */
export function withOurPart(note: string, text: string): string {
  const at = note.startsWith(OURS) ? 0 : note.indexOf(`\n${OURS}`);
  const theirs = at < 0 ? note : note.slice(0, at);
  return [theirs, text === "" ? "" : `${OURS}${text}`].filter((part) => part !== "").join("\n");
}
