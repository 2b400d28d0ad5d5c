import type { BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import { RespondError } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { z } from "zod";
import { can, requireRight } from "../../core/access/index.js";
import type { Acting } from "../../core/edits/index.js";
import { pressedValue } from "../actions/pressed.js";
import { answer } from "../answer.js";
import type { Asked } from "../asked.js";
import { creatorCard } from "../blocks/creator-card.js";
import type { Bot } from "../bot.js";
import { askedAbout, type CreatorRef, creatorRef, readCreator } from "../creator-ref.js";
import type { Heard } from "../listen.js";
import { respondTo } from "../respond-to.js";

/** What a form about a creator carries along: whom, and where the card is that it was opened from. */
export const formCarries = creatorRef.extend({ url: z.string().optional() });
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
  const url = body.response_url || undefined;
  const opening = { trigger_id: body.trigger_id, view: await build({ ...ref, ...(url ? { url } : {}) }, asked) };
  await (body.view?.type === "modal" ? client.views.push(opening) : client.views.open(opening));
}

/** Whom a submitted form is about, and who asks for which brand. */
export async function readCarried({ bot, asked: given }: { bot: Bot; asked: Asked }, metadata: string) {
  const carried = formCarries.parse(JSON.parse(metadata));
  const asked = await askedAbout(bot, given, carried.brand);
  return { carried, asked, acting: actingOf(bot, asked) };
}

/** Shows a creator as it is now, in place of the card that a form was opened from. */
export async function refreshCard(
  bot: Bot,
  asked: Asked,
  { who, url }: Pick<FormCarries, "who" | "url">,
): Promise<void> {
  if (url === undefined) return;
  const { brand, actor } = asked;
  const card = creatorCard(await readCreator(bot, asked, who), { brand, mayChange: can(actor, "change", brand._id) });
  await answer({ respond: respondTo(url) }, card, { replace: true }).catch((error: unknown) => {
    // Half an hour later there is no way to it any more: the change is made all the same.
    if (!(error instanceof RespondError)) throw error;
    bot.log.debug({ status: error.statusCode }, "a card could not be shown anew");
  });
}

export const carriedBy = ({ who, brand, url }: FormCarries & CreatorRef): string => JSON.stringify({ who, brand, url });
