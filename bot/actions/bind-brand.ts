import { bindChannel } from "../commands/brand.js";
import type { ActionListener } from "../listen.js";
import { chosenOf } from "./pressed.js";

/** Has the channel work for the brand that was chosen; the question is answered in its place. */
export const bindBrandChosen: ActionListener = async (heard) => {
  const { bot, asked, body, respond } = heard;
  if (body.channel === undefined) return;
  const text = await bindChannel(bot, asked, body.channel.id, chosenOf(heard));
  await respond({ response_type: "ephemeral", replace_original: true, text });
};
