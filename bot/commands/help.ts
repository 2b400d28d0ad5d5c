import { HELP_TOPICS, helpBlocks } from "../blocks/help.js";
import type { SubcommandListener } from "./subcommands.js";

/** `/creator help` teaches by examples; `/creator help find` begins with a topic. */
export const help: SubcommandListener = async ({ respond }, rest) => {
  const topic = HELP_TOPICS.find((known) => known === rest.trim().toLowerCase()) ?? "start";
  await respond({
    response_type: "ephemeral",
    text: "How Roster works, by examples",
    blocks: helpBlocks(topic, { canTry: true }),
  });
};
