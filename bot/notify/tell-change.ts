import type { AnswerTo, ChangeNotice } from "../../core/notify/index.js";
import { answer } from "../answer.js";
import { said, tagged } from "../blocks/tag-many.js";
import { counted } from "../in-words.js";
import { isGone, respondTo } from "../respond-to.js";
import type { SlackMessage } from "../send-with-fallback.js";

/** Answers below the button that was pressed; where Slack lets that be answered no more, `otherwise` does. */
export async function tellChange(
  { reply, replace }: AnswerTo,
  change: ChangeNotice,
  otherwise: (message: SlackMessage) => Promise<void>,
): Promise<void> {
  const message = messageOf(change);
  try {
    await answer({ respond: respondTo(reply) }, message, { replace });
  } catch (error) {
    if (!isGone(error)) throw error;
    await otherwise(message);
  }
}

function messageOf(change: ChangeNotice): SlackMessage {
  switch (change.is) {
    case "running":
      return said(`${counted(change.done, "creator")} of ${change.of.toLocaleString("en-US")} done.`);
    case "tagged":
      return tagged(change.tags, change);
    case "undone":
      return said(`Taken back for ${counted(change.creators, "creator")}.`);
    case "exported": {
      const masked = change.masked ? " Contacts are masked." : "";
      return said(`The file with ${counted(change.rows, "row")} is in your messages with Roster.${masked}`);
    }
    case "stopped":
      return said(change.say);
  }
}
