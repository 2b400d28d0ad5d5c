import { can } from "../../core/access/index.js";
import { CrmError } from "../../core/errors/index.js";
import { answer } from "../answer.js";
import { creatorCard } from "../blocks/creator-card.js";
import { askedAbout, readCreator } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { chosenOf } from "./pressed.js";

/** The card of a creator that was chosen in the menu below a list. */
export const openFoundChosen: ActionListener = async (heard) => {
  const [, brandId, who] = /^(\S+) (\S+)$/.exec(chosenOf(heard)) ?? [];
  if (!brandId || !who)
    throw new CrmError("wrong-input", "an option of an older version", { say: "Ask for the list again." });
  const asked = await askedAbout(heard.bot, heard.asked, brandId);
  const detail = await readCreator(heard.bot, asked, who);
  const { brand, actor } = asked;
  await answer(heard, creatorCard(detail, { brand, mayChange: can(actor, "change", brand._id) }));
};
