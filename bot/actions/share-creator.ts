import { asViewer } from "../../core/access/index.js";
import { findCreator } from "../../core/edits/index.js";
import { CrmError } from "../../core/errors/index.js";
import { creatorDetail } from "../../core/lookup/index.js";
import { share } from "../answer.js";
import { sharedCard } from "../blocks/creator-card.js";
import { askedAbout, creatorRef, scopeOf } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { pressedValue } from "./pressed.js";

/** Shows a creator to everybody in the channel, without contacts: whoever reads along there is not asked for rights. */
export const shareCreatorPressed: ActionListener = async (heard) => {
  const { bot, body } = heard;
  const ref = pressedValue(heard, creatorRef);
  if (body.channel === undefined) {
    throw new CrmError("wrong-input", "sharing from a view", {
      say: `A card is shared from a channel: type /creator ${ref.who} there, and press Share.`,
    });
  }
  const asked = await askedAbout(bot, heard.asked, ref.brand);
  const { _id } = await findCreator(bot.db, ref.who, asked.actor);
  const detail = await creatorDetail(bot.db, _id, scopeOf({ ...asked, actor: asViewer(asked.actor) }));
  await share(heard, sharedCard(detail, { brand: asked.brand }, asked.actor.name));
};
