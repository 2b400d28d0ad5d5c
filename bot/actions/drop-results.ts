import { z } from "zod";
import { readDropView } from "../../core/drops/index.js";
import { newCreatorsOf } from "../../core/imports/index.js";
import { readById } from "../../core/lookup/index.js";
import { answer } from "../answer.js";
import { creatorRows } from "../blocks/creator-rows.js";
import { header, section, small } from "../blocks/parts.js";
import { foundMessage } from "../commands/find.js";
import { askedAbout, scopeOf } from "../creator-ref.js";
import { firstPage } from "../find-question.js";
import type { ActionListener } from "../listen.js";
import { pressedValue } from "./pressed.js";

const ofDrop = z.object({ drop: z.string() });

/** Creators in one answer: with their figures they fill what a message holds. */
const SHOWN = 20;

/** The creators whom the imports of a drop were the first to name. */
export const dropNewPressed: ActionListener = async (heard) => {
  const { bot } = heard;
  const { drop, brand, imports } = await readDropView(bot.db, pressedValue(heard, ofDrop).drop);
  const asked = await askedAbout(bot, heard.asked, drop.brandId ?? "");
  const scope = scopeOf(asked);
  const seqs = drop.files.flatMap(({ state }) => (state.is === "done" ? (imports.get(state.importId)?.seq ?? []) : []));
  const { ids, more } = await newCreatorsOf(bot.db, seqs, { limit: SHOWN });
  const rows = await readById(bot.db, ids, scope);
  const title = rows.length === 0 ? "No new creators" : `New creators for ${brand?.name ?? "the brand"}`;
  const blocks = [
    header(title),
    ...(rows.length === 0 ? [section("Nobody is new any more: the import was undone, or records were merged.")] : []),
    ...creatorRows(rows, { brandId: scope.brandId, currency: asked.brand.currency }),
    ...(more ? [small(`The first ${rows.length}. All of the brand: /creator find sort:joined`)] : []),
  ];
  await answer(heard, { text: title, blocks });
};

/** Creators of the drop's brand whose sources disagree about a field. */
export const dropAlternativesPressed: ActionListener = async (heard) => {
  const { bot } = heard;
  const { drop } = await readDropView(bot.db, pressedValue(heard, ofDrop).drop);
  const asked = await askedAbout(bot, heard.asked, drop.brandId ?? "");
  const query = "has:alternatives sort:gmv";
  await answer(heard, await foundMessage({ bot, asked }, firstPage("creators", query, asked)));
};
