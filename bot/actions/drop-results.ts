import type { BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import { z } from "zod";
import { readDropView } from "../../core/drops/index.js";
import { newCreatorsOf } from "../../core/imports/index.js";
import { readById } from "../../core/lookup/index.js";
import { answer } from "../answer.js";
import { NEW_ON_PAGE, newCreators, newPage } from "../blocks/new-creators.js";
import { foundMessage } from "../commands/find.js";
import { askedAbout, scopeOf } from "../creator-ref.js";
import { firstPage } from "../find-question.js";
import type { ActionListener, Heard } from "../listen.js";
import { pressedValue } from "./pressed.js";

const ofDrop = z.object({ drop: z.string() });

/** The creators whom the imports of a drop were the first to name. */
export const dropNewPressed: ActionListener = (heard) =>
  showNew(heard, { ...pressedValue(heard, ofDrop), before: 0 }, false);

/** Another page of them, in place of the one before. */
export const dropNewPagePressed: ActionListener = (heard) => showNew(heard, pressedValue(heard, newPage), true);

async function showNew(
  heard: Heard<SlackActionMiddlewareArgs<BlockAction>>,
  page: z.infer<typeof newPage>,
  replace: boolean,
): Promise<void> {
  const { bot } = heard;
  const { drop, brand, imports } = await readDropView(bot.db, page.drop);
  const asked = await askedAbout(bot, heard.asked, drop.brandId ?? "");
  const scope = scopeOf(asked);
  const seqs = drop.files.flatMap(({ state }) => (state.is === "done" ? (imports.get(state.importId)?.seq ?? []) : []));
  const after = page.after === undefined ? {} : { after: page.after };
  const { ids, next } = await newCreatorsOf(bot.db, seqs, { limit: NEW_ON_PAGE, ...after });
  const rows = await readById(bot.db, ids, scope);
  const of = { brandId: scope.brandId, currency: asked.brand.currency, name: brand?.name ?? "the brand" };
  await answer(heard, newCreators(rows, of, { ...page, ...(next === undefined ? {} : { next }) }), { replace });
}

/** Creators of the drop's brand whose sources disagree about a field. */
export const dropAlternativesPressed: ActionListener = async (heard) => {
  const { bot } = heard;
  const { drop } = await readDropView(bot.db, pressedValue(heard, ofDrop).drop);
  const asked = await askedAbout(bot, heard.asked, drop.brandId ?? "");
  const query = "has:alternatives sort:gmv";
  await answer(heard, await foundMessage({ bot, asked }, firstPage("creators", query, asked)));
};
