import type { ModalView } from "@slack/types";
import { z } from "zod";
import { can } from "../../core/access/index.js";
import { pickValue, releaseField } from "../../core/edits/index.js";
import { CrmError } from "../../core/errors/index.js";
import { importModel } from "../../core/imports/index.js";
import type { CreatorDetail } from "../../core/lookup/index.js";
import { pressedValue } from "../actions/pressed.js";
import type { Asked } from "../asked.js";
import { creatorSources } from "../blocks/creator-sources.js";
import type { Bot } from "../bot.js";
import { askedAbout, creatorRef, readCreator } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { placeOfCard, refreshCard } from "./card-place.js";
import { carriedBy, type FormCarries, readCarried } from "./creator-form.js";

/** Opens the view of each value's sources; everybody who sees the creator may look. */
export const whereFromPressed: ActionListener = async (heard) => {
  const { bot, body, client } = heard;
  const ref = pressedValue(heard, creatorRef);
  const asked = await askedAbout(bot, heard.asked, ref.brand);
  const view = await sourcesView(bot, asked, { ...ref, ...placeOfCard(body) });
  const opening = { trigger_id: body.trigger_id, view };
  await (body.view?.type === "modal" ? client.views.push(opening) : client.views.open(opening));
};

const picked = z.object({ field: z.string(), value: z.string() });

/** Makes another source's value the current one. */
export const pickValuePressed: ActionListener = async (heard) => {
  const { field, value } = pressedValue(heard, picked);
  await changeInView(heard, ({ carried, acting }) => pickValue(heard.bot.db, carried.who, field, value, acting));
};

const released = z.object({ field: z.string() });

/** Takes a person's value off a field. */
export const releaseFieldPressed: ActionListener = async (heard) => {
  const { field } = pressedValue(heard, released);
  await changeInView(heard, ({ carried, acting }) => releaseField(heard.bot.db, carried.who, field, acting));
};

type Carried = Awaited<ReturnType<typeof readCarried>>;

/** Changes something from within the view, and shows view and card as they are then. */
async function changeInView(
  heard: Parameters<ActionListener>[0],
  change: (about: Carried) => Promise<unknown>,
): Promise<void> {
  const { bot, body, client } = heard;
  if (body.view === undefined)
    throw new CrmError("wrong-input", "pressed outside of its view", { say: "Open it anew." });
  const about = await readCarried(heard, body.view.private_metadata);
  await change(about);
  const { asked, carried } = about;
  await client.views.update({ view_id: body.view.id, view: await sourcesView(bot, asked, carried) });
  await refreshCard(heard, asked, carried);
}

async function sourcesView(bot: Bot, asked: Asked, carried: FormCarries): Promise<ModalView> {
  const detail = await readCreator(bot, asked, carried.who);
  return creatorSources(carried.who, detail, {
    written: asked.brand,
    mayChange: can(asked.actor, "change", asked.brand._id),
    files: await fileNames(bot, detail),
    carried: carriedBy(carried),
  });
}

async function fileNames({ db }: Bot, { sources }: CreatorDetail): Promise<Map<string, string>> {
  const ids = Object.values(sources).flatMap((values) => values.flatMap(({ importId }) => importId ?? []));
  const found = await importModel(db)
    .find({ _id: { $in: [...new Set(ids)] } }, { file: 1 })
    .lean<{ _id: string; file: string }[]>();
  return new Map(found.map(({ _id, file }) => [_id, file]));
}
