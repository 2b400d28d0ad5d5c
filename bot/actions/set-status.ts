import { z } from "zod";
import { setStatus, setWhitelisted } from "../../core/edits/index.js";
import { CrmError } from "../../core/errors/index.js";
import type { Asked } from "../asked.js";
import { readStatusChosen } from "../blocks/creator-buttons.js";
import { askedAbout, type CreatorRef, creatorRef } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { placeOfCard, refreshCard } from "../views/card-place.js";
import { actingOf } from "../views/creator-form.js";
import { chosenOf, pressedValue } from "./pressed.js";

type Pressed = Parameters<ActionListener>[0];

/** How the brand stands with the creator from now on; the card shows it. */
export const setStatusChosen: ActionListener = async (heard) => {
  const chosen = readStatusChosen(chosenOf(heard));
  if (chosen === undefined)
    throw new CrmError("wrong-input", "a status of an older version", { say: "Look the creator up again." });
  const asked = await askedAbout(heard.bot, heard.asked, chosen.brand);
  await setStatus(heard.bot.db, chosen.who, chosen.status, actingOf(heard.bot, asked));
  await showAnew(heard, asked, chosen);
};

const whitelisted = creatorRef.extend({ to: z.boolean() });

export const whitelistPressed: ActionListener = async (heard) => {
  const { to, ...ref } = pressedValue(heard, whitelisted);
  const asked = await askedAbout(heard.bot, heard.asked, ref.brand);
  await setWhitelisted(heard.bot.db, ref.who, to, actingOf(heard.bot, asked));
  await showAnew(heard, asked, ref);
};

const showAnew = (heard: Pressed, asked: Asked, { who }: CreatorRef): Promise<void> =>
  refreshCard(heard, asked, { who, ...placeOfCard(heard.body) });
