import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { can } from "../../core/access/index.js";
import { lookUp } from "../../core/lookup/index.js";
import { chosenOf } from "../actions/pressed.js";
import type { Asked } from "../asked.js";
import { withoutShare } from "../blocks/creator-buttons.js";
import { creatorCard } from "../blocks/creator-card.js";
import { nameOf } from "../blocks/creator-rows.js";
import { findCreatorView } from "../blocks/find-creator-view.js";
import { option } from "../blocks/parts.js";
import { askedAbout, readCreator, scopeOf, whoOf } from "../creator-ref.js";
import type { ActionListener, OptionsListener, ShortcutListener } from "../listen.js";

/** Opens the search from anywhere in Slack. */
export const findCreator: ShortcutListener = ({ asked, client, shortcut }) =>
  openFindCreator({ asked, client }, shortcut.trigger_id);

export const openFindCreatorPressed: ActionListener = ({ asked, client, body }) =>
  openFindCreator({ asked, client }, body.trigger_id);

async function openFindCreator(
  { asked, client }: { asked: Asked; client: WebClient },
  triggerId: string,
): Promise<void> {
  scopeOf(asked); // says so at once to those who may see nobody
  await client.views.open({ trigger_id: triggerId, view: findCreatorView({ brand: asked.brand._id }) });
}

const memory = z.object({ brand: z.string() });
const memoryOf = (view: { private_metadata: string } | undefined) =>
  memory.parse(JSON.parse(view?.private_metadata || "{}"));

/** Who is meant by the letters typed so far, the likeliest first. */
export const creatorOptions: OptionsListener = async ({ bot, asked, payload, body }) => {
  const about = await askedAbout(bot, asked, memoryOf("view" in body ? body.view : undefined).brand);
  const found = await lookUp(bot.db, payload.value, scopeOf(about));
  const rows = found.kind === "one" ? [found.creator] : found.kind === "several" ? found.creators : found.nearest;
  return rows.map((row) => option(nameOf(row), whoOf(row)));
};

/** Shows the card of the one chosen below the search. */
export const creatorChosen: ActionListener = async (heard) => {
  const { bot, body, client } = heard;
  if (body.view === undefined) return;
  const { brand } = memoryOf(body.view);
  const asked = await askedAbout(bot, heard.asked, brand);
  const detail = await readCreator(bot, asked, chosenOf(heard));
  const card = creatorCard(detail, { brand: asked.brand, mayChange: can(asked.actor, "change", brand) });
  await client.views.update({ view_id: body.view.id, view: findCreatorView({ brand }, withoutShare(card.blocks)) });
};
