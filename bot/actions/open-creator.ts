import { z } from "zod";
import { can } from "../../core/access/index.js";
import { creatorDetail } from "../../core/lookup/index.js";
import { answer } from "../answer.js";
import type { Asked } from "../asked.js";
import { creatorCard } from "../blocks/creator-card.js";
import type { Bot } from "../bot.js";
import { askedAbout, creatorRef, readCreator, scopeOf } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { cardView } from "../views/card-place.js";
import { pressedValue } from "./pressed.js";

/** By name, or by Roster's own id where a list was made a moment ago. */
const opened = z.union([creatorRef, z.object({ id: z.string(), brand: z.string().optional() })]);

/** The card of a creator: in a channel a message for the person alone, elsewhere a modal. */
export const openCreatorPressed: ActionListener = async (heard) => {
  const { bot, body, client } = heard;
  const value = pressedValue(heard, opened);
  const asked = value.brand === undefined ? heard.asked : await askedAbout(bot, heard.asked, value.brand);
  const detail = await read(bot, asked, value);
  const { brand, actor } = asked;
  const card = creatorCard(detail, { brand, mayChange: can(actor, "change", brand._id) });
  if (body.view === undefined) return answer(heard, card);
  const opening = { trigger_id: body.trigger_id, view: cardView(card) };
  await (body.view.type === "home" ? client.views.open(opening) : client.views.push(opening));
};

const read = (bot: Bot, asked: Asked, value: z.infer<typeof opened>) =>
  "who" in value ? readCreator(bot, asked, value.who) : creatorDetail(bot.db, value.id, scopeOf(asked));
