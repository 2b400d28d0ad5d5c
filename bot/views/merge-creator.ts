import { z } from "zod";
import { mergeCreators } from "../../core/edits/index.js";
import { CrmError } from "../../core/errors/index.js";
import { answer } from "../answer.js";
import { mergeForm } from "../blocks/merge-form.js";
import { askWhichStays, merged } from "../blocks/merge-question.js";
import { readCreator, whoOf } from "../creator-ref.js";
import type { ActionListener, ViewListener } from "../listen.js";
import { respondTo } from "../respond-to.js";
import { refreshCard } from "./card-place.js";
import { carriedBy, formCarries, openCreatorForm, readCarried } from "./creator-form.js";

/** Asks with whom the creator of the card is to be made one. */
export const mergeWithPressed: ActionListener = (heard) =>
  openCreatorForm(heard, (carried) => mergeForm(carried.who, carriedBy(carried)));

const typed = z.object({
  other: z.object({ "merge-with": z.object({ selected_option: z.object({ value: z.string() }) }) }),
});

/** Shows both, and asks which name stays. */
export const mergeWithSubmitted: ViewListener = async (heard) => {
  const { view, bot } = heard;
  const { carried, asked } = await readCarried(heard, view.private_metadata);
  const chosen = typed.parse(view.state.values).other["merge-with"].selected_option.value;
  const [one, other] = await Promise.all([readCreator(bot, asked, carried.who), readCreator(bot, asked, chosen)]);
  if (one.id === other.id) return { errors: { other: `${whoOf(one)} is the creator itself. Expected another one.` } };
  const { who, brand, url, view: place } = carried;
  const metadata = JSON.stringify({ who, brand, url, view: place, other: whoOf(other) });
  return { update: askWhichStays(one, other, asked.brand, metadata) };
};

const carries = formCarries.extend({ other: z.string() });
const kept = z.object({ kept: z.object({ kept: z.object({ selected_option: z.object({ value: z.string() }) }) }) });

/** Makes them one; the card shows whoever stays, and a message has the way back. */
export const mergeAskedSubmitted: ViewListener = async (heard) => {
  const { view, bot } = heard;
  const { other, ...carried } = carries.parse(JSON.parse(view.private_metadata));
  const { asked, acting } = await readCarried(heard, carriedBy(carried));
  const into = kept.parse(view.state.values).kept.kept.selected_option.value;
  const from = into === other ? carried.who : other;
  try {
    await mergeCreators(bot.db, from, into, acting);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { errors: { kept: error.sayOn("slack") } };
  }
  return {
    close: true,
    async after() {
      await refreshCard(heard, asked, { ...carried, who: into });
      const done = merged({ from, into, brand: carried.brand });
      if (carried.url !== undefined) await answer({ respond: respondTo(carried.url) }, done);
    },
  };
};
