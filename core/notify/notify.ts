import type { AnswerTo, ChangeNotice } from "./change-notice.js";
import type { DigestNotice } from "./digest-notice.js";
import type { RefreshNotice } from "./refresh-notice.js";

/** How jobs tell people things; a place is written in the words of its surface, such as `slack:C123`. */
export interface Notify {
  /** Tells a place who entered and left a segment. */
  tellDigest(place: string, digest: DigestNotice): Promise<void>;
  /**
   * Brings the message that tells of a drop up to date.
   *
   * @param when `surely`: what is so now is shown in the end; `if-free`: left out when people were told of another thing
   * just now, as for progress, which comes again
   */
  showDrop(dropId: string, when: "surely" | "if-free"): Promise<void>;
  /** Brings the rejected rows of a drop's imports to where people see its message, once. */
  showRejected(dropId: string): Promise<void>;
  /** Says how work goes, where it was asked for. */
  tellChange(to: AnswerTo, change: ChangeNotice): Promise<void>;
  /** Tells somebody that their tab is not brought up to date; who is not known on the surface hears nothing. */
  tellRefresh(person: string, refresh: RefreshNotice): Promise<void>;
  /** Brings somebody a file, in a conversation with Roster. */
  sendFile(person: string, file: { name: string; content: Buffer; about: string }): Promise<void>;
  /** Says something in words. */
  tell(place: string, text: string): Promise<void>;
}
