import type { EditsSent } from "../../addon/calls.js";
import { counted } from "./count-in-words.js";

/** What became of the edits, a sentence for each kind that there is. */
export function sentInWords({ sent, refreshed, invalid, conflicts }: EditsSent): string[] {
  return [
    sent > 0 ? `${counted(sent, "cell")} sent to Roster.` : "Nothing was sent.",
    refreshed > 0 ? `${counted(refreshed, "cell")} here took Roster’s value.` : "",
    invalid > 0 ? `${counted(invalid, "cell")} could not be sent: look again to see why.` : "",
    conflicts > 0 ? `${counted(conflicts, "conflict")} left to pick.` : "",
  ].filter((sentence) => sentence !== "");
}
