import { requireRight } from "../../core/access/index.js";
import { previewMany, tagCreator } from "../../core/edits/index.js";
import { type Answering, answer } from "../answer.js";
import { askToTag } from "../blocks/tag-many.js";
import { actingOf } from "../views/creator-form.js";
import { lookUpCommand } from "./look-up.js";
import { readTagging } from "./read-tags.js";
import { requireWords } from "./require-words.js";

const EXAMPLE = "/creator tag gmv30:>5k -tag:vip +vip, or: /creator tag @mia.glow +vip -cold";

/** `/creator tag QUERY +x -y`: says how many there are, and asks. One creator, named by `@handle`, is tagged at once. */
export async function tagCommand(heard: Answering, text: string): Promise<void> {
  const { bot, asked } = heard;
  requireWords(text, "a query and tags", EXAMPLE);
  requireRight(asked.actor, "change", asked.brand._id);
  const { query, tags } = readTagging(text);
  requireWords(query, "whom to tag before the tags", EXAMPLE);
  const acting = actingOf(bot, asked);
  if (/^@\S+$/.test(query)) {
    await tagCreator(bot.db, query, tags, acting);
    return lookUpCommand(heard, query);
  }
  const preview = await previewMany(bot.db, query, acting);
  await answer(heard, askToTag({ query, brand: asked.brand._id, ...tags }, preview, asked.brand.name));
}
