import type { BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { z } from "zod";
import { requireRight } from "../../core/access/index.js";
import type { Acting } from "../../core/edits/index.js";
import { pressedValue } from "../actions/pressed.js";
import type { Asked } from "../asked.js";
import type { Bot } from "../bot.js";
import { askedAbout, creatorRef } from "../creator-ref.js";
import type { Heard } from "../listen.js";
import { cardPlace, placeOfCard } from "./card-place.js";

/** What a form about a creator carries along: whom, and where the card is that it was opened from. */
export const formCarries = creatorRef.extend(cardPlace.shape);
export type FormCarries = z.infer<typeof formCarries>;

/** Who changes which brand's creator, and when. */
export const actingOf = (bot: Bot, { actor, brand }: Asked): Acting => ({ actor, brand: brand.slug, now: bot.now() });

/** Opens a form about the creator whose button was pressed, for those who may change it. */
export async function openCreatorForm(
  heard: Heard<SlackActionMiddlewareArgs<BlockAction>>,
  build: (carried: FormCarries, asked: Asked) => Promise<ModalView> | ModalView,
): Promise<void> {
  const { bot, body, client } = heard;
  const ref = pressedValue(heard, creatorRef);
  const asked = await askedAbout(bot, heard.asked, ref.brand);
  requireRight(asked.actor, "change", asked.brand._id);
  const opening = { trigger_id: body.trigger_id, view: await build({ ...ref, ...placeOfCard(body) }, asked) };
  await (body.view?.type === "modal" ? client.views.push(opening) : client.views.open(opening));
}

/** Whom a submitted form is about, and who asks for which brand. */
export async function readCarried({ bot, asked: given }: { bot: Bot; asked: Asked }, metadata: string) {
  const carried = formCarries.parse(JSON.parse(metadata));
  const asked = await askedAbout(bot, given, carried.brand);
  return { carried, asked, acting: actingOf(bot, asked) };
}

export const carriedBy = ({ who, brand, url, view }: FormCarries): string => JSON.stringify({ who, brand, url, view });
