import type { KnownBlock } from "@slack/types";
import { addCreator } from "../../core/edits/index.js";
import { answer } from "../answer.js";
import { withAdded } from "../blocks/found-in-message.js";
import { lookUpMessage } from "../commands/look-up.js";
import { askedAbout, creatorRef } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { cardView } from "../views/card-place.js";
import { actingOf } from "../views/creator-form.js";
import { modalOf } from "./answer-press.js";
import { pressedValue } from "./pressed.js";

/** Takes in by hand whom a search did not find; the card stands in place of what was said of it, or on top of a modal. */
export const addCreatorPressed: ActionListener = async (heard) => {
  const { who, brand } = pressedValue(heard, creatorRef);
  const asked = await askedAbout(heard.bot, heard.asked, brand);
  const { handle } = await addCreator(heard.bot.db, who, {}, actingOf(heard.bot, asked));
  const card = await lookUpMessage({ bot: heard.bot, asked }, handle === undefined ? who : `@${handle}`);
  const { body, client, action } = heard;
  const { view } = body;
  if (view === undefined) return answer(heard, card, { replace: true });
  await client.views.push({ trigger_id: body.trigger_id, view: cardView(card) });
  // What Slack gives back of a view is what it was given.
  const blocks = withAdded(view.blocks as KnownBlock[], action.block_id, { who, brand });
  await client.views.update({ view_id: view.id, view: modalOf(view.title.text, blocks) });
};
