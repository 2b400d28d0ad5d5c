import { z } from "zod";
import { tagCreator } from "../../core/edits/index.js";
import { tagForm } from "../blocks/creator-forms.js";
import { readCreator } from "../creator-ref.js";
import type { ActionListener, ViewListener } from "../listen.js";
import { refreshCard } from "./card-place.js";
import { carriedBy, openCreatorForm, readCarried } from "./creator-form.js";
import { errorAt } from "./error-at.js";
import { initialTextOf } from "./initial-text.js";
import { tagsIn } from "./tags-in.js";

export const tagCreatorPressed: ActionListener = (heard) =>
  openCreatorForm(heard, async (carried, asked) => {
    const { tags } = await readCreator(heard.bot, asked, carried.who);
    return tagForm(carried.who, tags, carriedBy(carried));
  });

const typed = z.object({ tags: z.object({ tags: z.object({ value: z.string().nullish() }) }) });

/** Gives and takes what the person added and took out: tags that others gave meanwhile stay. */
export const tagCreatorSubmitted: ViewListener = async (heard) => {
  const { view, bot } = heard;
  const { carried, asked, acting } = await readCarried(heard, view.private_metadata);
  const wanted = tagsIn(typed.parse(view.state.values).tags.tags.value ?? "");
  const seen = tagsIn(initialTextOf(view.blocks, "tags"));
  const change = {
    add: wanted.filter((tag) => !seen.includes(tag)),
    remove: seen.filter((tag) => !wanted.includes(tag)),
  };
  if (change.add.length + change.remove.length === 0) return undefined;
  const failed = await errorAt("tags", () => tagCreator(bot.db, carried.who, change, acting));
  return failed ?? { close: true, after: () => refreshCard(heard, asked, carried) };
};
