import { can } from "../../core/access/index.js";
import { allBrands, bindPlace, brandOfPlace } from "../../core/brands/index.js";
import { type Asked, placeOf } from "../asked.js";
import { brandChoice } from "../blocks/brand-choice.js";
import { messageText } from "../blocks/text.js";
import type { Bot } from "../bot.js";
import type { SubcommandListener } from "./subcommands.js";

/** `/creator brand` shows which brand the channel works for; `/creator brand SLUG` has it work for another. */
export const brand: SubcommandListener = async ({ bot, asked, respond, command }, rest) => {
  const slug = rest.trim();
  if (slug !== "") {
    await respond({ response_type: "ephemeral", text: await bindChannel(bot, asked, command.channel_id, slug) });
    return;
  }
  const bound = await brandOfPlace(bot.db, placeOf(command.channel_id));
  const brands = [...(await allBrands(bot.db)).values()].filter(({ _id }) => can(asked.actor, "change", _id));
  const choice = { usual: asked.brand, brands, mayBind: brands.length > 0, ...(bound ? { bound } : {}) };
  await respond({
    response_type: "ephemeral",
    text: messageText(`This channel works for ${asked.brand.name}.`),
    blocks: brandChoice(choice),
  });
};

/** Answers what to say. */
export async function bindChannel({ db, now }: Bot, { actor }: Asked, channel: string, slug: string): Promise<string> {
  const bound = await bindPlace(db, placeOf(channel), slug, { actor, now: now() });
  return messageText(`This channel works for ${bound.name} from now on.`);
}
