import { type BlockAction, RespondError } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { can } from "../../core/access/index.js";
import { CrmError } from "../../core/errors/index.js";
import { answer } from "../answer.js";
import type { Asked } from "../asked.js";
import { withoutShare } from "../blocks/creator-buttons.js";
import { creatorCard } from "../blocks/creator-card.js";
import { findCreatorView } from "../blocks/find-creator-view.js";
import { MOST, plain } from "../blocks/parts.js";
import type { Bot } from "../bot.js";
import { readCreator } from "../creator-ref.js";
import { respondTo } from "../respond-to.js";
import type { SlackMessage } from "../send-with-fallback.js";

/** Where a card stands that something is done from: a message, by its `response_url`, or a view. */
export const cardPlace = z.object({
  url: z.string().optional(),
  view: z.object({ id: z.string(), kind: z.enum(["creator-card", "find-creator"]) }).optional(),
});
export type CardPlace = z.infer<typeof cardPlace>;

/** Nowhere, where the card stands in a view that shows more than it. */
export function placeOfCard({ response_url: url, view }: BlockAction): CardPlace {
  if (view === undefined) return url ? { url } : {};
  const read = cardPlace.shape.view.safeParse({ id: view.id, kind: view.callback_id });
  return read.success ? { view: read.data } : {};
}

/** A card where no channel is. */
export const cardView = ({ blocks }: SlackMessage): ModalView => ({
  type: "modal",
  callback_id: "creator-card",
  title: plain("Creator", MOST.title),
  close: plain("Close"),
  blocks: withoutShare(blocks),
});

/** Shows a creator as it is now, in place of the card that something was done from. */
export async function refreshCard(
  { bot, client }: { bot: Bot; client: WebClient },
  asked: Asked,
  { who, url, view }: CardPlace & { who: string },
): Promise<void> {
  if (url === undefined && view === undefined) return;
  const { brand, actor } = asked;
  const card = creatorCard(await readCreator(bot, asked, who), { brand, mayChange: can(actor, "change", brand._id) });
  const showing =
    view === undefined
      ? answer({ respond: respondTo(url ?? "") }, card, { replace: true })
      : client.views.update({
          view_id: view.id,
          view:
            view.kind === "creator-card"
              ? cardView(card)
              : findCreatorView({ brand: brand._id }, withoutShare(card.blocks)),
        });
  await showing.catch((error: unknown) => {
    if (!cannotBeShown(error)) throw error;
    bot.log.debug("a card could not be shown anew");
  });
}

/** Half an hour later a message cannot be reached any more, nor a view that was closed: the change is made all the same. */
const cannotBeShown = (error: unknown): boolean =>
  error instanceof RespondError ||
  (error instanceof CrmError && error.code === "unreachable") ||
  (error instanceof Error && error.message.endsWith("not_found"));
