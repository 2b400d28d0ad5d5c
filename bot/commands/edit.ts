import type { SlackCommandMiddlewareArgs } from "@slack/bolt";
import { requireRight } from "../../core/access/index.js";
import type { Asked } from "../asked.js";
import { dmForm } from "../blocks/creator-forms.js";
import { readCreator, whoOf } from "../creator-ref.js";
import type { Heard } from "../listen.js";
import { carriedBy, type FormCarries } from "../views/creator-form.js";
import { editFormOf } from "../views/edit-creator.js";
import { requireWords } from "./require-words.js";

type Command = Heard<SlackCommandMiddlewareArgs>;

/** `/creator edit WHO`: the form of everything that a person may set. */
export async function editCommand(heard: Command, who: string): Promise<void> {
  requireWords(who, "whom to edit", "/creator edit @mia.glow");
  const { bot, asked, client, command } = heard;
  const view = await editFormOf(bot, asked, await carriedFor(heard, who));
  await client.views.open({ trigger_id: command.trigger_id, view });
}

/** `/creator dm WHO`: the form that logs a DM on TikTok. */
export async function dmCommand(heard: Command, who: string): Promise<void> {
  requireWords(who, "with whom the DM was", "/creator dm @mia.glow");
  const { bot, client, command } = heard;
  const carried = await carriedFor(heard, who);
  const view = dmForm(carried.who, bot.now(), carriedBy(carried));
  await client.views.open({ trigger_id: command.trigger_id, view });
}

/** The creator as it is called now, for who may change it. */
async function carriedFor({ bot, asked }: { bot: Command["bot"]; asked: Asked }, who: string): Promise<FormCarries> {
  requireRight(asked.actor, "change", asked.brand._id);
  const creator = await readCreator(bot, asked, who);
  return { who: whoOf(creator), brand: asked.brand._id };
}
