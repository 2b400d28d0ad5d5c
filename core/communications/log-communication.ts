import type { Connection } from "mongoose";
import { type Acting, type Edited, recordEdits } from "../edits/record-edits.js";
import { CrmError } from "../errors/crm-error.js";
import { plainLines } from "../text/plain-text.js";
import type { Communication } from "./communication.js";

/** As long as a note: several screens of text. */
const LONGEST_TEXT = 4_000;
/** Clocks differ by as much; ms. */
const LEEWAY = 5 * 60 * 1_000;

/** What a person says of a message that went outside of Roster; the text may be empty. */
export type Logged = Pick<Communication, "channel" | "direction" | "text" | "at">;

/**
 * Writes down a message that went outside of Roster, such as a DM on TikTok. One that the brand wrote is the creator's
 * last contact.
 *
 * It is kept as a change by a person: a merge carries it along, an import never takes it away, forgetting erases it.
 *
 * @throws CrmError `wrong-input` for a time to come and for a text that is too long
 */
export async function logCommunication(
  db: Connection,
  who: string,
  { channel, direction, text, at }: Logged,
  acting: Acting,
): Promise<Edited> {
  const written = plainLines(text);
  if (written.length > LONGEST_TEXT) {
    throw new CrmError("wrong-input", "a message that is too long", {
      say: `Expected a message of at most ${LONGEST_TEXT} characters, got ${written.length}.`,
    });
  }
  if (at.getTime() > acting.now.getTime() + LEEWAY) {
    throw new CrmError("wrong-input", "a message of the future", {
      say: `Expected when it was written, got a time in the future: ${at.toISOString()}.`,
    });
  }
  const change = { kind: "communication", channel, direction, text: written, when: at } as const;
  return recordEdits(db, who, acting, () => [change]);
}
