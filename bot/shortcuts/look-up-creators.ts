import { can } from "../../core/access/index.js";
import { CrmError } from "../../core/errors/index.js";
import { type Pasted, readPasted } from "../../core/lookup/index.js";
import { modalOf } from "../actions/answer-press.js";
import { foundInMessage } from "../blocks/found-in-message.js";
import { scopeOf } from "../creator-ref.js";
import type { ShortcutListener } from "../listen.js";
import { namesInMessage } from "./names-in-message.js";

/** Shows every creator that a message names. */
export const lookUpCreators: ShortcutListener = async ({ bot, asked, client, shortcut }) => {
  if (shortcut.type !== "message_action") {
    throw new CrmError("wrong-input", "no message", { say: "Choose “Look up creators” in the menu of a message." });
  }
  const { sure, perhaps } = namesInMessage(shortcut.message.text ?? "");
  const scope = scopeOf(asked);
  const [named, words] = await Promise.all([
    readPasted(bot.db, sure.join(" "), scope),
    readPasted(bot.db, perhaps.join(" "), scope),
  ]);
  const blocks = foundInMessage(together(named, words), asked.brand, can(asked.actor, "change", asked.brand._id));
  await client.views.open({ trigger_id: shortcut.trigger_id, view: modalOf("Creators here", blocks) });
};

/** Each creator once; words that nobody is called by are only words. */
function together(named: Pasted, words: Pasted): Pasted {
  const known = new Set([...named.found, ...named.former.map(({ creator }) => creator)].map(({ id }) => id));
  return {
    found: [...named.found, ...words.found.filter(({ id }) => !known.has(id))],
    former: [...named.former, ...words.former.filter(({ creator }) => !known.has(creator.id))],
    notFound: named.notFound,
  };
}
