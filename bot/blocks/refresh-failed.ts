import type { RichTextBlock } from "@slack/types";
import type { RefreshNotice } from "../../core/notify/index.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { header, section, small } from "./parts.js";
import { messageText } from "./text.js";

/** A tab that its schedule could not bring up to date, and what to do. */
export function refreshFailedMessage({ tab, spreadsheetId, sheetId, reason }: RefreshNotice): SlackMessage {
  const short = `The tab ${tab} is not up to date`;
  const address = `https://docs.google.com/spreadsheets/d/${encodeURIComponent(spreadsheetId)}/edit#gid=${sheetId}`;
  return {
    text: messageText(`${short}: ${reason}`),
    blocks: [
      header(short),
      section(reason),
      linked("Open the tab", address),
      small(
        "You saved this tab last. You hear of this once, and not again before it has worked or something else fails.",
      ),
    ],
  };
}

const linked = (text: string, url: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "link", url, text }] }],
});
