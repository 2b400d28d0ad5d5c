import type { DigestNotice } from "../../core/notify/index.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { actions, button, header, section, small } from "./parts.js";
import { messageText } from "./text.js";

/** Handles told of each kind; the rest is a number. */
const MOST_TOLD = 30;

/** Who entered a segment and who left it. */
export function digestMessage({ segment, brand, pace, from, members, entered, left }: DigestNotice): SlackMessage {
  const short = `${segment}: ${entered.length} entered, ${left.length} left`;
  const since = from.toLocaleDateString("en-US", { month: "long", day: "numeric", timeZone: brand.zone });
  return {
    text: messageText(short),
    blocks: [
      header(short),
      ...(entered.length > 0 ? [section(`Entered: ${told(entered)}`)] : []),
      ...(left.length > 0 ? [section(`Left: ${told(left)}`)] : []),
      small(`${members.toLocaleString("en-US")} in it now  ·  ${brand.name}  ·  since ${since}  ·  ${pace} digest`),
      actions(button("Show the segment", { id: "show-segment", value: segment })),
    ],
  };
}

function told(members: readonly { handle?: string }[]): string {
  const shown = members
    .slice(0, MOST_TOLD)
    .map(({ handle }) => (handle === undefined ? "one without handle" : `@${handle}`));
  const left = members.length - shown.length;
  return `${shown.join("  ")}${left > 0 ? `  and ${left.toLocaleString("en-US")} more` : ""}`;
}
