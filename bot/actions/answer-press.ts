import type { BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { answer } from "../answer.js";
import { cutTo, MOST, plain } from "../blocks/parts.js";
import type { Heard } from "../listen.js";

export interface PressedAnswer {
  /** Of the modal, where there is one. */
  title: string;
  /** What notifications and old clients show; markup counts in it. */
  text: string;
  blocks: KnownBlock[];
  /** In a modal: takes its place instead of lying on top. Slack stacks three, and a form may still have to follow. */
  inPlace?: boolean;
}

const MOST_IN_MESSAGE = 50;

/** Answers whoever pressed a button, where they are: beside the message, on top of the modal, or over the Home. */
export async function answerPress(
  { body, client, respond }: Heard<SlackActionMiddlewareArgs<BlockAction>>,
  { title, text, blocks, inPlace }: PressedAnswer,
): Promise<void> {
  if (body.view === undefined) {
    const shown = blocks.slice(0, MOST_IN_MESSAGE);
    await answer({ respond }, { text, blocks: shown });
    return;
  }
  const view = modalOf(title, blocks);
  const opening = { trigger_id: body.trigger_id, view };
  if (body.view.type === "home") await client.views.open(opening);
  else if (inPlace) await client.views.update({ view_id: body.view.id, view });
  else await client.views.push(opening);
}

const MOST_IN_MODAL = 100;

/** A modal that shows something and asks nothing. */
export const modalOf = (title: string, blocks: readonly KnownBlock[]): ModalView => ({
  type: "modal",
  title: plain(cutTo(title, MOST.title), MOST.title),
  close: plain("Close"),
  blocks: blocks.slice(0, MOST_IN_MODAL),
});
