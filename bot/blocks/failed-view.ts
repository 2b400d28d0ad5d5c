import type { ModalView } from "@slack/types";

/** What stands over a view whose submission failed; closing it goes back to what was typed. */
export const failedView = (text: string): ModalView => ({
  type: "modal",
  title: { type: "plain_text", text: "That did not work" },
  close: { type: "plain_text", text: "Back" },
  blocks: [{ type: "section", text: { type: "plain_text", text: text.slice(0, 3_000) } }],
});
