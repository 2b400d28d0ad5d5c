import { z } from "zod";
import { logCommunication } from "../../core/communications/index.js";
import { dmForm } from "../blocks/creator-forms.js";
import type { ActionListener, ViewListener } from "../listen.js";
import { refreshCard } from "./card-place.js";
import { carriedBy, openCreatorForm, readCarried } from "./creator-form.js";
import { errorAt } from "./error-at.js";

export const logDmPressed: ActionListener = (heard) =>
  openCreatorForm(heard, (carried) => dmForm(carried.who, heard.bot.now(), carriedBy(carried)));

const typed = z.object({
  direction: z.object({ direction: z.object({ selected_option: z.object({ value: z.enum(["in", "out"]) }) }) }),
  text: z.object({ text: z.object({ value: z.string().nullish() }) }),
  at: z.object({ at: z.object({ selected_date_time: z.number().nullish() }) }),
});

export const logDmSubmitted: ViewListener = async (heard) => {
  const { view, bot } = heard;
  const { carried, asked, acting } = await readCarried(heard, view.private_metadata);
  const { direction, text, at } = typed.parse(view.state.values);
  const when = at.at.selected_date_time;
  const logged = {
    channel: "tiktok-dm" as const,
    direction: direction.direction.selected_option.value,
    text: text.text.value ?? "",
    at: when ? new Date(when * 1_000) : bot.now(),
  };
  const failed = await errorAt("at", () => logCommunication(bot.db, carried.who, logged, acting));
  return failed ?? { close: true, after: () => refreshCard(heard, asked, carried) };
};
