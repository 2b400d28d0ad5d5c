import type { CellChange, EditsSent } from "../../addon/calls.js";
import { counted } from "./count-in-words.js";
import { listInWords } from "./list-in-words.js";
import { sentInWords } from "./sent-in-words.js";

/** Where sending stands, in one sentence. */
export function editsInWords(changes: readonly CellChange[] | undefined, sent: EditsSent | undefined): string {
  if (sent) return sentInWords(sent).join(" ");
  if (!changes) return "";
  const count = (outcome: CellChange["outcome"]) => changes.filter((change) => change.outcome === outcome).length;
  const [sends, conflicts, invalid] = [count("send"), count("conflict"), count("invalid")];
  const parts = [
    sends > 0 ? `${counted(sends, "cell")} to send` : "",
    conflicts > 0 ? counted(conflicts, "conflict") : "",
    invalid > 0 ? `${counted(invalid, "cell")} that cannot be sent` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "Nothing to send." : `${listInWords(parts)}.`;
}
