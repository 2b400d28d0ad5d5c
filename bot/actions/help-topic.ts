import { z } from "zod";
import { HELP_TOPICS, type HelpTopic, helpBlocks } from "../blocks/help.js";
import { asCommand } from "../commands/as-command.js";
import { creatorCommand } from "../commands/creator.js";
import type { ActionListener } from "../listen.js";
import { modalOf } from "./answer-press.js";
import { pressedValue } from "./pressed.js";

const topic = z.enum(HELP_TOPICS);

/** Shows another topic in the place of the one before. */
export const helpTopicPressed: ActionListener = async (heard) => {
  const { body, client, respond } = heard;
  const chosen = pressedValue(heard, topic);
  if (body.view) {
    await client.views.update({ view_id: body.view.id, view: helpView(chosen) });
    return;
  }
  const blocks = helpBlocks(chosen, { canTry: true });
  await respond({ response_type: "ephemeral", replace_original: true, text: "How Roster works", blocks });
};

/** Help over the Home, where no command can be tried. */
export const openHelpPressed: ActionListener = async ({ client, body }) => {
  await client.views.open({ trigger_id: body.trigger_id, view: helpView("start") });
};

const helpView = (chosen: HelpTopic) => modalOf("Help", helpBlocks(chosen, { canTry: false }));

const command = z.string();

/** Does what typing the example would do. */
export const tryCommandPressed: ActionListener = async (heard) => {
  await creatorCommand(asCommand(heard, pressedValue(heard, command)));
};
